package dev.wavetank.cluster.api;

/// The memory of one node, in mebibytes.
///
/// @param heap   the Java heap's upper bound
/// @param memory the container's memory limit; local processes have none
public record NodeSize(int heap, int memory) {
    public NodeSize {
        if (heap < 32) {
            throw new IllegalArgumentException("a node needs a heap of at least 32 MiB, not " + heap);
        }
        if (memory < heap + 64) {
            throw new IllegalArgumentException("a memory limit of " + memory + " MiB leaves no room beside a heap of "
                    + heap + " MiB: give at least " + (heap + 64));
        }
    }
}
