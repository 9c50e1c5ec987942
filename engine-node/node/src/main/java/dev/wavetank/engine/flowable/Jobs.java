package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.impl.persistence.entity.AbstractRuntimeJobEntity;

/// Lists jobs by what they wait for, and sends stuck ones on.
public final class Jobs {
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
        TenantScope scope = caller.scope();
        Function<Job, ObjectNode> view = job -> view(caller, kind, job);
        return switch (kind) {
            case JOBS -> JobListings.JOBS.page(management.createJobQuery(), scope, parameters, view);
            case TIMER_JOBS -> JobListings.TIMERS.page(management.createTimerJobQuery(), scope, parameters, view);
            case SUSPENDED_JOBS ->
                JobListings.SUSPENDED.page(management.createSuspendedJobQuery(), scope, parameters, view);
            case DEAD_LETTER_JOBS ->
                JobListings.DEAD_LETTERS.page(management.createDeadLetterJobQuery(), scope, parameters, view);
        };
    }

    public static List<Field> fields(Kind kind) {
        return switch (kind) {
            case JOBS -> JobListings.JOBS.fields();
            case TIMER_JOBS -> JobListings.TIMERS.fields();
            case SUSPENDED_JOBS -> JobListings.SUSPENDED.fields();
            case DEAD_LETTER_JOBS -> JobListings.DEAD_LETTERS.fields();
        };
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
