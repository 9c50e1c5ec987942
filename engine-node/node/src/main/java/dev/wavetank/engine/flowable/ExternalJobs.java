package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.engine.ManagementService;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.runtime.ExternalWorkerCompletionBuilder;
import org.flowable.job.api.AcquiredExternalWorkerJob;
import org.flowable.job.api.ExternalWorkerJob;
import org.flowable.job.api.ExternalWorkerJobAcquireBuilder;
import org.flowable.job.api.ExternalWorkerJobFailureBuilder;
import org.flowable.job.api.ExternalWorkerJobQuery;
import org.flowable.job.api.Job;

/// Jobs that workers outside the engine fetch, do and report: the place for long work, since each acquire has a
/// lock of its own length.
public final class ExternalJobs {
    private static final int MOST_AT_ONCE = 100;
    private static final int STOCK_RETRIES = 5;

    private final ManagementService management;

    ExternalJobs(ManagementService management) {
        this.management = management;
    }

    public ArrayNode acquire(Caller caller, Parameters parameters) {
        int tasks = parameters.integer("numberOfTasks").orElse(1);
        if (tasks < 1 || tasks > MOST_AT_ONCE) {
            throw ProblemException.badRequest("numberOfTasks must be between 1 and " + MOST_AT_ONCE + ".");
        }
        int retries = parameters.integer("numberOfRetries").orElse(STOCK_RETRIES);
        ExternalWorkerJobAcquireBuilder builder = management
                .createExternalWorkerJobAcquireBuilder()
                .topic(
                        required(parameters, "topic"),
                        duration(parameters, "lockDuration")
                                .orElseThrow(() -> ProblemException.badRequest("lockDuration is required.")));
        if (!caller.scope().every()) builder.tenantId(caller.scope().name());
        parameters.when("scopeType", builder::scopeType);
        ArrayNode acquired = Json.mapper().createArrayNode();
        builder.acquireAndLock(tasks, required(parameters, "workerId"), Math.clamp(retries, 1, 20))
                .forEach(job -> acquired.add(view(caller, job)));
        return acquired;
    }

    public void complete(Caller caller, String id, Parameters parameters, Map<String, Object> variables) {
        completion(caller, id, parameters, variables).complete();
    }

    public void bpmnError(Caller caller, String id, Parameters parameters, Map<String, Object> variables) {
        completion(caller, id, parameters, variables)
                .bpmnError(parameters.text("errorCode").orElse(""));
    }

    private ExternalWorkerCompletionBuilder completion(
            Caller caller, String id, Parameters parameters, Map<String, Object> variables) {
        return management
                .createExternalWorkerCompletionBuilder(id, requireLock(caller, id, parameters))
                .variables(variables);
    }

    public void fail(Caller caller, String id, Parameters parameters) {
        ExternalWorkerJobFailureBuilder failure =
                management.createExternalWorkerJobFailureBuilder(id, requireLock(caller, id, parameters));
        parameters.when("errorMessage", failure::errorMessage).when("errorDetails", failure::errorDetails);
        parameters.integer("retries").ifPresent(failure::retries);
        duration(parameters, "retryTimeout").ifPresent(failure::retryTimeout);
        failure.fail();
    }

    /// Gives a job back undone.
    public void unacquire(Caller caller, String id, Parameters parameters) {
        giveBack(id, requireLock(caller, id, parameters));
    }

    /// Gives all jobs of a worker back undone, within the caller's tenant.
    public void unacquireAll(Caller caller, Parameters parameters) {
        String worker = required(parameters, "workerId");
        ExternalWorkerJobQuery held = management.createExternalWorkerJobQuery().lockOwner(worker);
        JobListings.EXTERNAL.tenant().narrow(held, caller.scope());
        held.list().forEach(job -> giveBack(job.getId(), worker));
    }

    /// The engine's own command leaves the instance locked until the worker's lock runs out, so that nobody could
    /// fetch the job that was given back.
    private void giveBack(String id, String worker) {
        management.executeCommand(context -> {
            management.unacquireExternalWorkerJob(id, worker);
            Job job = management.createExternalWorkerJobQuery().jobId(id).singleResult();
            if (job != null && job.isExclusive()) {
                CommandContextUtil.getProcessEngineConfiguration(context)
                        .getJobServiceConfiguration()
                        .getInternalJobManager()
                        .clearJobScopeLock(job);
            }
            return job;
        });
    }

    /// Only the jobs of cases can be ended so, and there are none.
    public void terminate(Caller caller, String id) {
        require(caller, id);
        throw ProblemException.badRequest("Only a job of a case can be terminated, and '" + id + "' is none.");
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return JobListings.EXTERNAL.page(
                management.createExternalWorkerJobQuery(),
                caller.scope(),
                parameters,
                job -> view(caller, job).build());
    }

    public static List<Field> fields() {
        return JobListings.EXTERNAL.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id)).build();
    }

    private ExternalWorkerJob require(Caller caller, String id) {
        ExternalWorkerJob job =
                management.createExternalWorkerJobQuery().jobId(id).singleResult();
        if (job == null || !caller.scope().sees(Objects.requireNonNullElse(job.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find an external worker job with id '" + id + "'.");
        }
        return job;
    }

    /// @return the worker, which must be the one that holds the job's lock
    private String requireLock(Caller caller, String id, Parameters parameters) {
        ExternalWorkerJob job = require(caller, id);
        String worker = required(parameters, "workerId");
        if (worker.equals(job.getLockOwner())) return worker;
        throw ProblemException.of(
                403, "not-your-lock", "Forbidden", worker + " does not hold a lock on the requested job");
    }

    private static String required(Parameters parameters, String name) {
        return parameters.text(name).orElseThrow(() -> ProblemException.badRequest(name + " is required."));
    }

    private static Optional<Duration> duration(Parameters parameters, String name) {
        return parameters.text(name).map(text -> {
            try {
                Duration duration = Duration.parse(text);
                if (duration.isPositive()) return duration;
            } catch (DateTimeException malformed) {
                // told below, together with a duration that is none
            }
            throw ProblemException.badRequest(name + " must be a positive ISO 8601 duration such as PT10M.");
        });
    }

    private static ObjectNode view(Caller caller, AcquiredExternalWorkerJob job) {
        ArrayNode variables =
                VariableValues.view(Objects.requireNonNullElse(job.getVariables(), Map.of()), "local", null);
        variables.forEach(variable -> ((ObjectNode) variable).remove("scope"));
        return view(caller, (ExternalWorkerJob) job).put("variables", variables).build();
    }

    private static JsonView view(Caller caller, ExternalWorkerJob job) {
        return new JsonView()
                .put("id", job.getId())
                .put("url", caller.external("/jobs/" + job.getId()))
                .put("correlationId", job.getCorrelationId())
                .put("processInstanceId", job.getProcessInstanceId())
                .put("processDefinitionId", job.getProcessDefinitionId())
                .put("executionId", job.getExecutionId())
                .put("scopeId", job.getScopeId())
                .put("subScopeId", job.getSubScopeId())
                .put("scopeDefinitionId", job.getScopeDefinitionId())
                .put("scopeType", job.getScopeType())
                .put("elementId", job.getElementId())
                .put("elementName", job.getElementName())
                .put("retries", job.getRetries())
                .put("exceptionMessage", job.getExceptionMessage())
                .put("dueDate", job.getDuedate())
                .put("createTime", job.getCreateTime())
                .put("tenantId", Objects.requireNonNullElse(job.getTenantId(), ""))
                .put("lockOwner", job.getLockOwner())
                .put("lockExpirationTime", job.getLockExpirationTime());
    }
}
