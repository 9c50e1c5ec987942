package dev.wavetank.engine.flowable;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.flowable.common.engine.api.async.AsyncTaskExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads that run jobs: platform threads, since an interruption of a virtual one would close its database
/// connection in the middle of a statement. Stopped, they refuse work, and the engine unlocks what was refused.
///
/// Jobs wait in the order of [JobInMemory#ORDER], not of their coming: what was taken over from a dead node is older
/// than what this node has made since.
final class JobWorkers implements AsyncTaskExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);

    /// What waits in the pool's queue.
    private final class Waiting implements Runnable, Comparable<Waiting> {
        private final JobInMemory job;

        private Waiting(JobInMemory job) {
            this.job = job;
        }

        @Override
        public void run() {
            JobWorkers.this.run(job);
        }

        @Override
        public int compareTo(Waiting other) {
            return JobInMemory.ORDER.compare(job, other.job);
        }
    }

    private final int threads;
    private final int room;
    private final Set<JobInMemory> memory = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ThreadPoolExecutor pool;

    /// @param queued how many jobs may wait in memory
    JobWorkers(int threads, int queued) {
        this.threads = threads;
        this.room = threads + queued;
    }

    void start() {
        if (pool != null) return;
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().name("job-", 1).factory());
    }

    /// Forgets what is queued and waits for what runs.
    ///
    /// @param interrupt true when what runs is worth nothing any more
    void stop(Duration patience, boolean interrupt) {
        ThreadPoolExecutor stopped = pool;
        if (stopped == null) return;
        pool = null;
        stopped.getQueue().clear();
        if (interrupt) stopped.shutdownNow();
        else stopped.shutdown();
        try {
            if (!stopped.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) stopped.shutdownNow();
        } catch (InterruptedException hurried) {
            stopped.shutdownNow();
            Thread.currentThread().interrupt();
        }
        memory.clear();
    }

    /// Jobs that run or wait in memory.
    int active() {
        return memory.size();
    }

    Set<JobInMemory> memory() {
        return Set.copyOf(memory);
    }

    @Override
    public void execute(Runnable job) {
        ThreadPoolExecutor running = pool;
        if (running == null) throw new RejectedExecutionException("This node takes no jobs at present.");
        if (!(job instanceof JobInMemory known)) {
            // Part of a job that runs already.
            running.execute(new Waiting(new JobInMemory("", null, null, 0, job)));
            return;
        }
        if (memory.size() >= room) throw new RejectedExecutionException("The queue is full.");
        memory.add(known);
        try {
            running.execute(new Waiting(known));
        } catch (RejectedExecutionException full) {
            memory.remove(known);
            throw full;
        }
    }

    private void run(JobInMemory job) {
        try {
            job.run();
        } catch (RuntimeException unrecorded) {
            LOG.warn(
                    "Neither result nor failure of the job {} could be recorded; its lock is freed soon",
                    job.id(),
                    unrecorded);
        } finally {
            memory.remove(job);
        }
    }

    @Override
    public CompletableFuture<?> submit(Runnable job) {
        return CompletableFuture.runAsync(job, this::execute);
    }

    @Override
    public <T> CompletableFuture<T> submit(Callable<T> job) {
        CompletableFuture<T> result = new CompletableFuture<>();
        execute(() -> {
            try {
                result.complete(job.call());
            } catch (Exception failed) {
                result.completeExceptionally(failed);
            }
        });
        return result;
    }

    @Override
    public void shutdown() {
        stop(Duration.ofSeconds(10), false);
    }

    @Override
    public int getRemainingCapacity() {
        return pool == null ? 0 : Math.max(0, room - memory.size());
    }
}
