package dev.wavetank.engine.membership;

/// What a node tells of itself with each heartbeat.
///
/// @param activeJobs jobs at work, -1 where unknown
/// @param heapUsed   bytes
public record NodeLoad(int activeJobs, long heapUsed) {
    /// This process, whose number of jobs the caller knows.
    public static NodeLoad ofThisProcess(int activeJobs) {
        Runtime runtime = Runtime.getRuntime();
        return new NodeLoad(activeJobs, runtime.totalMemory() - runtime.freeMemory());
    }
}
