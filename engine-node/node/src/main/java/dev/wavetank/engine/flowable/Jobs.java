package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.DeadLetterJobQuery;
import org.flowable.job.api.Job;
import org.flowable.job.api.JobInfo;
import org.flowable.job.api.JobQuery;
import org.flowable.job.api.SuspendedJobQuery;
import org.flowable.job.api.TimerJobQuery;
import org.flowable.job.service.impl.JobQueryProperty;
import org.flowable.job.service.impl.persistence.entity.AbstractRuntimeJobEntity;

/// Lists jobs by what they wait for, and sends stuck ones on.
public final class Jobs {
    private static final Map<String, JobQueryProperty> SORTABLE = Map.of(
            "id", JobQueryProperty.JOB_ID,
            "dueDate", JobQueryProperty.DUEDATE,
            "createTime", JobQueryProperty.CREATE_TIME,
            "executionId", JobQueryProperty.EXECUTION_ID,
            "processInstanceId", JobQueryProperty.PROCESS_INSTANCE_ID,
            "retries", JobQueryProperty.RETRIES,
            "tenantId", JobQueryProperty.TENANT_ID);

    private static final int RETRIES = 3;

    private final ManagementService management;

    Jobs(ManagementService management) {
        this.management = management;
    }

    /// The tables a job can be in, by the last part of the path.
    public enum Kind {
        JOBS("jobs"),
        TIMER_JOBS("timer-jobs"),
        SUSPENDED_JOBS("suspended-jobs"),
        DEAD_LETTER_JOBS("deadletter-jobs");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    public ObjectNode list(Caller caller, Kind kind, Parameters parameters) {
        return switch (kind) {
            case JOBS -> jobs(caller, parameters);
            case TIMER_JOBS -> timers(caller, parameters);
            case SUSPENDED_JOBS -> suspended(caller, parameters);
            case DEAD_LETTER_JOBS -> deadLetters(caller, parameters);
        };
    }

    private ObjectNode jobs(Caller caller, Parameters parameters) {
        JobQuery query = management.createJobQuery();
        TenantScope scope = caller.scope();
        if (!scope.every()) {
            if (scope.name().isEmpty()) query.jobWithoutTenantId();
            else query.jobTenantId(scope.name());
        }
        parameters
                .when("id", query::jobId)
                .when("processInstanceId", query::processInstanceId)
                .when("processDefinitionId", query::processDefinitionId)
                .when("executionId", query::executionId)
                .when("elementId", query::elementId)
                .when("exceptionMessage", query::exceptionMessage)
                .when("lockOwner", query::lockOwner)
                .whenInstant("dueBefore", at -> query.duedateLowerThan(Date.from(at)))
                .whenInstant("dueAfter", at -> query.duedateHigherThan(Date.from(at)))
                .whenTrue("withException", query::withException)
                .whenTrue("locked", query::locked)
                .whenTrue("unlocked", query::unlocked);
        return Paging.page(query, parameters, SORTABLE, "id", job -> view(caller, Kind.JOBS, job));
    }

    private ObjectNode timers(Caller caller, Parameters parameters) {
        TimerJobQuery query = management.createTimerJobQuery();
        TenantScope scope = caller.scope();
        if (!scope.every()) {
            if (scope.name().isEmpty()) query.jobWithoutTenantId();
            else query.jobTenantId(scope.name());
        }
        parameters
                .when("id", query::jobId)
                .when("processInstanceId", query::processInstanceId)
                .when("processDefinitionId", query::processDefinitionId)
                .when("executionId", query::executionId)
                .when("elementId", query::elementId)
                .whenInstant("dueBefore", at -> query.duedateLowerThan(Date.from(at)))
                .whenInstant("dueAfter", at -> query.duedateHigherThan(Date.from(at)))
                .whenTrue("executable", query::executable)
                .whenTrue("withException", query::withException);
        return Paging.page(query, parameters, SORTABLE, "id", job -> view(caller, Kind.TIMER_JOBS, job));
    }

    private ObjectNode suspended(Caller caller, Parameters parameters) {
        SuspendedJobQuery query = management.createSuspendedJobQuery();
        TenantScope scope = caller.scope();
        if (!scope.every()) {
            if (scope.name().isEmpty()) query.jobWithoutTenantId();
            else query.jobTenantId(scope.name());
        }
        parameters
                .when("id", query::jobId)
                .when("processInstanceId", query::processInstanceId)
                .when("processDefinitionId", query::processDefinitionId)
                .whenTrue("withException", query::withException);
        return Paging.page(query, parameters, SORTABLE, "id", job -> view(caller, Kind.SUSPENDED_JOBS, job));
    }

    private ObjectNode deadLetters(Caller caller, Parameters parameters) {
        DeadLetterJobQuery query = management.createDeadLetterJobQuery();
        TenantScope scope = caller.scope();
        if (!scope.every()) {
            if (scope.name().isEmpty()) query.jobWithoutTenantId();
            else query.jobTenantId(scope.name());
        }
        parameters
                .when("id", query::jobId)
                .when("processInstanceId", query::processInstanceId)
                .when("processDefinitionId", query::processDefinitionId)
                .when("executionId", query::executionId)
                .when("elementId", query::elementId)
                .when("exceptionMessage", query::exceptionMessage)
                .whenTrue("withException", query::withException);
        return Paging.page(query, parameters, SORTABLE, "id", job -> view(caller, Kind.DEAD_LETTER_JOBS, job));
    }

    public ObjectNode get(Caller caller, Kind kind, String id) {
        return view(caller, kind, require(caller, kind, id));
    }

    public void delete(Caller caller, Kind kind, String id) {
        require(caller, kind, id);
        switch (kind) {
            case JOBS -> management.deleteJob(id);
            case TIMER_JOBS -> management.deleteTimerJob(id);
            case SUSPENDED_JOBS -> management.deleteSuspendedJob(id);
            case DEAD_LETTER_JOBS -> management.deleteDeadLetterJob(id);
        }
    }

    /// `execute` for jobs, `move` for timers and dead letters.
    public void act(Caller caller, Kind kind, String id, String action) {
        require(caller, kind, id);
        if (kind == Kind.JOBS && action.equals("execute")) management.executeJob(id);
        else if (kind == Kind.TIMER_JOBS && action.equals("move")) management.moveTimerToExecutableJob(id);
        else if (kind == Kind.DEAD_LETTER_JOBS && action.equals("move")) {
            management.moveDeadLetterJobToExecutableJob(id, RETRIES);
        } else {
            throw ProblemException.badRequest("Invalid action: '" + action + "'.");
        }
    }

    private Job require(Caller caller, Kind kind, String id) {
        Job job = switch (kind) {
            case JOBS -> management.createJobQuery().jobId(id).singleResult();
            case TIMER_JOBS -> management.createTimerJobQuery().jobId(id).singleResult();
            case SUSPENDED_JOBS ->
                management.createSuspendedJobQuery().jobId(id).singleResult();
            case DEAD_LETTER_JOBS ->
                management.createDeadLetterJobQuery().jobId(id).singleResult();
        };
        if (job == null || !caller.scope().sees(Objects.requireNonNullElse(job.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a job with id '" + id + "'.");
        }
        return job;
    }

    private static ObjectNode view(Caller caller, Kind kind, Job job) {
        Optional<AbstractRuntimeJobEntity> locked =
                job instanceof AbstractRuntimeJobEntity entity ? Optional.of(entity) : Optional.empty();
        JsonView view = new JsonView()
                .put("id", job.getId())
                .put("url", caller.link("/management/" + kind.path() + "/", job.getId()))
                .put("correlationId", job.getCorrelationId())
                .put("processInstanceId", job.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(ProcessInstances.PATH, job.getProcessInstanceId()))
                .put("processDefinitionId", job.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, job.getProcessDefinitionId()))
                .put("executionId", job.getExecutionId())
                .put("executionUrl", caller.link("/runtime/executions/", job.getExecutionId()))
                .put("elementId", job.getElementId())
                .put("elementName", job.getElementName())
                .put("handlerType", job.getJobHandlerType())
                .put("retries", job.getRetries())
                .put("exceptionMessage", job.getExceptionMessage())
                .put("dueDate", job.getDuedate())
                .put("createTime", job.getCreateTime())
                .put("tenantId", Objects.requireNonNullElse(job.getTenantId(), ""));
        JobInfo info = job;
        if (info instanceof org.flowable.job.service.impl.persistence.entity.JobInfoEntity lock) {
            view.put("lockOwner", lock.getLockOwner()).put("lockExpirationTime", lock.getLockExpirationTime());
        }
        return locked.isPresent()
                ? view.build()
                : view.put("lockOwner", (String) null).build();
    }
}
