package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/// Lists, reads, changes and deletes running instances; [InstanceStarts] starts them.
public final class ProcessInstances {
    static final String PATH = "/runtime/process-instances/";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final InstanceViews views;

    ProcessInstances(RuntimeService runtime, HistoryService history, InstanceViews views) {
        this.runtime = runtime;
        this.history = history;
        this.views = views;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return InstanceListing.LISTING.page(
                runtime.createProcessInstanceQuery(),
                caller.scope(),
                parameters,
                instance -> views.of(caller, instance, null));
    }

    public static List<Field> fields() {
        return InstanceListing.LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        ProcessInstance instance = require(caller, id);
        return views.of(caller, instance, parent(instance));
    }

    public void delete(Caller caller, String id, @Nullable String reason) {
        runtime.deleteProcessInstance(require(caller, id).getId(), reason);
    }

    public ObjectNode suspend(Caller caller, String id, boolean suspend) {
        if (require(caller, id).isSuspended() == suspend) {
            throw ProblemException.conflict(
                    "The instance '" + id + "' is " + (suspend ? "suspended already." : "active already."));
        }
        if (suspend) runtime.suspendProcessInstanceById(id);
        else runtime.activateProcessInstanceById(id);
        return get(caller, id);
    }

    public Variables variables(Caller caller, String id) {
        return ExecutionVariables.ofInstance(runtime, execution(caller, id), caller);
    }

    private Execution execution(Caller caller, String id) {
        require(caller, id);
        return runtime.createExecutionQuery().executionId(id).singleResult();
    }

    public void deleteAll(Caller caller, List<String> ids, @Nullable String reason) {
        ids.forEach(id -> require(caller, id));
        runtime.bulkDeleteProcessInstances(ids, reason);
    }

    /// Changes the name and the business key if they are given.
    public ObjectNode update(Caller caller, String id, Parameters parameters) {
        require(caller, id);
        parameters
                .when("name", name -> runtime.setProcessInstanceName(id, name))
                .when("businessKey", key -> runtime.updateBusinessKey(id, key));
        return get(caller, id);
    }

    /// An instance as its start is answered: it may have ended already.
    ObjectNode started(Caller caller, String id) {
        ProcessInstance running =
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        if (running != null) return views.of(caller, running, parent(running));
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(ended -> views.of(caller, ended))
                .orElseThrow(
                        () -> ProblemException.notFound("Could not find a process instance with id '" + id + "'."));
    }

    private @Nullable String parent(ProcessInstance instance) {
        @Nullable String calling = instance.getSuperExecutionId();
        if (calling == null) return null;
        Execution execution =
                runtime.createExecutionQuery().executionId(calling).singleResult();
        return execution == null ? null : execution.getProcessInstanceId();
    }

    ProcessInstance require(Caller caller, String id) {
        ProcessInstance instance =
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        if (instance == null || !caller.scope().sees(Objects.requireNonNullElse(instance.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a process instance with id '" + id + "'.");
        }
        return instance;
    }
}
