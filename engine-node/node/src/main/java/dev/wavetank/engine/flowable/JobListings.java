package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.job.api.BaseJobQuery;
import org.flowable.job.api.DeadLetterJobQuery;
import org.flowable.job.api.ExternalWorkerJob;
import org.flowable.job.api.ExternalWorkerJobQuery;
import org.flowable.job.api.Job;
import org.flowable.job.api.JobQuery;
import org.flowable.job.api.SuspendedJobQuery;
import org.flowable.job.api.TimerJobQuery;
import org.flowable.job.service.impl.JobQueryProperty;

/// By what jobs of each kind are narrowed and sorted.
final class JobListings {
    private static final Map<String, JobQueryProperty> SORTABLE = Map.of(
            "id", JobQueryProperty.JOB_ID,
            "dueDate", JobQueryProperty.DUEDATE,
            "createTime", JobQueryProperty.CREATE_TIME,
            "executionId", JobQueryProperty.EXECUTION_ID,
            "processInstanceId", JobQueryProperty.PROCESS_INSTANCE_ID,
            "retries", JobQueryProperty.RETRIES,
            "tenantId", JobQueryProperty.TENANT_ID);

    static final Listing<JobQuery, Job> JOBS = of(JobListings.<JobQuery, Job>filters()
            .text("lockOwner", JobQuery::lockOwner)
            .whenTrue("timersOnly", JobQuery::timers)
            .whenTrue("messagesOnly", JobQuery::messages)
            .whenTrue("locked", JobQuery::locked)
            .whenTrue("unlocked", JobQuery::unlocked));

    static final Listing<TimerJobQuery, Job> TIMERS = of(JobListings.<TimerJobQuery, Job>filters()
            .whenTrue("timersOnly", TimerJobQuery::timers)
            .whenTrue("messagesOnly", TimerJobQuery::messages)
            .whenTrue("executable", TimerJobQuery::executable));

    static final Listing<SuspendedJobQuery, Job> SUSPENDED = of(JobListings.<SuspendedJobQuery, Job>filters()
            .whenTrue("timersOnly", SuspendedJobQuery::timers)
            .whenTrue("messagesOnly", SuspendedJobQuery::messages)
            .whenTrue("executable", SuspendedJobQuery::executable)
            .whenTrue("withRetriesLeft", SuspendedJobQuery::withRetriesLeft)
            .whenTrue("noRetriesLeft", SuspendedJobQuery::noRetriesLeft));

    static final Listing<DeadLetterJobQuery, Job> DEAD_LETTERS = of(JobListings.<DeadLetterJobQuery, Job>filters()
            .whenTrue("timersOnly", DeadLetterJobQuery::timers)
            .whenTrue("messagesOnly", DeadLetterJobQuery::messages)
            .whenTrue("executable", DeadLetterJobQuery::executable));

    static final Listing<ExternalWorkerJobQuery, ExternalWorkerJob> EXTERNAL =
            of(JobListings.<ExternalWorkerJobQuery, ExternalWorkerJob>filters()
                    .text("lockOwner", ExternalWorkerJobQuery::lockOwner)
                    .whenTrue("locked", ExternalWorkerJobQuery::locked)
                    .whenTrue("unlocked", ExternalWorkerJobQuery::unlocked));

    private JobListings() {}

    private static <Q extends BaseJobQuery<Q, J>, J extends Job> Listing<Q, J> of(Filters<Q> filters) {
        return new Listing<>(
                new TenantFilter<>(BaseJobQuery::jobTenantId, BaseJobQuery::jobWithoutTenantId),
                filters,
                SORTABLE,
                "id");
    }

    private static <Q extends BaseJobQuery<Q, J>, J extends Job> Filters<Q> filters() {
        return new Filters<Q>()
                .text("id", BaseJobQuery::jobId)
                .text("processInstanceId", BaseJobQuery::processInstanceId)
                .whenTrue("withoutProcessInstanceId", BaseJobQuery::withoutProcessInstanceId)
                .text("processDefinitionId", BaseJobQuery::processDefinitionId)
                .text("processDefinitionKey", BaseJobQuery::processDefinitionKey)
                .text("executionId", BaseJobQuery::executionId)
                .text("elementId", BaseJobQuery::elementId)
                .text("elementName", BaseJobQuery::elementName)
                .text("handlerType", BaseJobQuery::handlerType)
                .text("exceptionMessage", BaseJobQuery::exceptionMessage)
                .date("dueBefore", BaseJobQuery::duedateLowerThan)
                .date("dueAfter", BaseJobQuery::duedateHigherThan)
                .texts("handlerTypes", BaseJobQuery::handlerTypes)
                .text("tenantIdLike", BaseJobQuery::jobTenantIdLike)
                .whenTrue("withException", BaseJobQuery::withException)
                .whenTrue("withoutScopeType", BaseJobQuery::withoutScopeType)
                .whenTrue("withoutScopeId", BaseJobQuery::withoutScopeId);
    }
}
