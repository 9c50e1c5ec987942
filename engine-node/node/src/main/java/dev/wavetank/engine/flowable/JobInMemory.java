package dev.wavetank.engine.flowable;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A job that this node has locked and has in memory, queued or running.
///
/// @param instance the process instance it belongs to, whose exclusive lock it may hold
/// @param category decides before the age, see [JobOrder]
/// @param created  when its step became due, in milliseconds
record JobInMemory(
        String id, @Nullable String instance, @Nullable String category, long created, Runnable work)
        implements Runnable {

    /// The order in which jobs run.
    static final Comparator<JobInMemory> ORDER = Comparator.comparingInt(
                    (JobInMemory job) -> JobOrder.rank(job.category()))
            .thenComparingLong(JobInMemory::created);

    @Override
    public void run() {
        work.run();
    }
}
