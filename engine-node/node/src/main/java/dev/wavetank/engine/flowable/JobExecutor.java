package dev.wavetank.engine.flowable;

import java.time.Duration;
import java.util.Date;
import org.flowable.job.api.Job;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.job.service.impl.asyncexecutor.DefaultAsyncJobExecutor;

/// Flowable's job executor, but one that finishes its running jobs before it unlocks what it owns: the original
/// unlocks them while they run, and another node runs them a second time.
final class JobExecutor extends DefaultAsyncJobExecutor {
    private static final int BUSY_MILLIS = 50;

    private final JobWorkers workers;
    private final Backlog backlog;
    private boolean lost;

    JobExecutor(AsyncJobExecutorConfiguration configuration, JobWorkers workers, Backlog backlog) {
        super(configuration);
        this.workers = workers;
        this.backlog = backlog;
        setTaskExecutor(workers);
        setAsyncJobsDueLifecycleListener(backlog);
    }

    @Override
    public int getDefaultAsyncJobAcquireWaitTimeInMillis() {
        return backlog.isThere() ? BUSY_MILLIS : super.getDefaultAsyncJobAcquireWaitTimeInMillis();
    }

    @Override
    protected void startAdditionalComponents() {
        lost = false;
        workers.start();
        super.startAdditionalComponents();
    }

    @Override
    protected void stopExecutingAsyncJobs() {
        workers.stop(Duration.ofSeconds(lost ? 3 : 10), lost);
    }

    /// A node that lost its lease has nothing left to unlock: the leader did, and may have given it to others.
    @Override
    protected void unlockOwnedJobs() {
        if (!lost) super.unlockOwnedJobs();
    }

    @Override
    protected Runnable createRunnableForJob(JobInfo job) {
        String instance = job instanceof Job whole ? whole.getProcessInstanceId() : null;
        String category = job instanceof Job whole ? whole.getCategory() : null;
        Date created = job instanceof Job whole ? whole.getCreateTime() : null;
        return new JobInMemory(
                job.getId(),
                instance,
                category,
                created == null ? Long.MAX_VALUE : created.getTime(),
                super.createRunnableForJob(job));
    }

    /// Stops at once: what is queued is dropped, what runs is interrupted.
    void abandon() {
        lost = true;
        shutdown();
    }
}
