package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.JsonView;
import java.util.Date;
import java.util.Objects;
import org.flowable.job.api.HistoryJob;
import org.flowable.job.api.Job;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.impl.persistence.entity.JobInfoEntity;
import org.jspecify.annotations.Nullable;

/// Jobs as JSON.
final class JobViews {
    private JobViews() {}

    static ObjectNode of(Caller caller, Jobs.Kind kind, Job job) {
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
        return locked(view, job).build();
    }

    /// @param handled what the job is to write, told of a single job only
    static ObjectNode of(Caller caller, HistoryJob job, @Nullable String handled) {
        JsonView view = new JsonView()
                .put("id", job.getId())
                .put("url", caller.link("/management/history-jobs/", job.getId()))
                .put("scopeType", job.getScopeType())
                .put("retries", job.getRetries())
                .put("exceptionMessage", job.getExceptionMessage())
                .put("jobHandlerType", job.getJobHandlerType())
                .put("jobHandlerConfiguration", job.getJobHandlerConfiguration())
                .put("advancedJobHandlerConfiguration", handled)
                .put("customValues", job.getCustomValues())
                .put("createTime", job.getCreateTime())
                .put("tenantId", Objects.requireNonNullElse(job.getTenantId(), ""));
        return locked(view, job).build();
    }

    private static JsonView locked(JsonView view, JobInfo job) {
        return job instanceof JobInfoEntity lock
                ? view.put("lockOwner", lock.getLockOwner()).put("lockExpirationTime", lock.getLockExpirationTime())
                : view.put("lockOwner", (String) null).put("lockExpirationTime", (Date) null);
    }
}
