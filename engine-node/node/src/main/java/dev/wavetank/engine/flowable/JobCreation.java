package dev.wavetank.engine.flowable;

import org.flowable.job.service.JobServiceConfiguration;
import org.flowable.job.service.impl.asyncexecutor.DefaultJobManager;
import org.flowable.job.service.impl.persistence.entity.JobEntity;

/// Decides whether a new job stays with the node that makes it or goes to whoever is free.
///
/// The engine keeps each one, and when its queue is full takes it back by deleting and inserting it again.
final class JobCreation extends DefaultJobManager {
    private final JobWorkers workers;
    private final Backlog backlog;

    JobCreation(JobServiceConfiguration configuration, JobWorkers workers, Backlog backlog) {
        super(configuration);
        this.workers = workers;
        this.backlog = backlog;
    }

    @Override
    protected boolean isJobApplicableForExecutorExecution(JobEntity job) {
        return !backlog.isThere()
                && workers.getRemainingCapacity() > 0
                && super.isJobApplicableForExecutorExecution(job);
    }

    /// Asked a second time, the answer may be another one: what counts is whether the job was locked.
    @Override
    protected void triggerExecutorIfNeeded(JobEntity job) {
        if (job.getLockOwner() != null && job.getLockExpirationTime() != null) hintAsyncExecutor(job);
    }
}
