package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/// Lists, reads, changes and deletes running instances; [InstanceStarts] starts them.
public final class ProcessInstances {
    static final String PATH = "/runtime/process-instances/";

    private final RuntimeService runtime;
    private final HistoryService history;

    ProcessInstances(RuntimeService runtime, HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return InstanceListing.LISTING.page(
                runtime.createProcessInstanceQuery(), caller.scope(), parameters, instance -> view(caller, instance));
    }

    public static List<Field> fields() {
        return InstanceListing.LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
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

    public ArrayNode variables(Caller caller, String id) {
        return VariableValues.view(runtime.getVariables(require(caller, id).getId()), "local");
    }

    public ObjectNode variable(Caller caller, String id, String name) {
        require(caller, id);
        if (!runtime.hasVariable(id, name)) {
            throw ProblemException.notFound("The instance '" + id + "' has no variable '" + name + "'.");
        }
        return VariableValues.view(name, runtime.getVariable(id, name), "local");
    }

    public ArrayNode setVariables(Caller caller, String id, Map<String, Object> values) {
        runtime.setVariables(require(caller, id).getId(), values);
        return VariableValues.view(values, "local");
    }

    public void removeVariable(Caller caller, String id, String name) {
        variable(caller, id, name);
        runtime.removeVariable(id, name);
    }

    /// An instance as its start is answered: it may have ended already.
    ObjectNode started(Caller caller, String id) {
        ProcessInstance running =
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        if (running != null) return view(caller, running);
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(ended -> view(caller, ended))
                .orElseThrow(
                        () -> ProblemException.notFound("Could not find a process instance with id '" + id + "'."));
    }

    private ProcessInstance require(Caller caller, String id) {
        ProcessInstance instance =
                runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
        if (instance == null || !caller.scope().sees(Objects.requireNonNullElse(instance.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a process instance with id '" + id + "'.");
        }
        return instance;
    }

    static ObjectNode view(Caller caller, ProcessInstance instance) {
        return common(
                        caller,
                        instance.getId(),
                        instance.getName(),
                        instance.getBusinessKey(),
                        instance.getProcessDefinitionId(),
                        instance.getProcessDefinitionName())
                .put("businessStatus", instance.getBusinessStatus())
                .put("suspended", instance.isSuspended())
                .put("ended", instance.isEnded())
                .put("completed", instance.isEnded())
                .put("activityId", instance.getActivityId())
                .put("startUserId", instance.getStartUserId())
                .put("startTime", instance.getStartTime())
                .put("superProcessInstanceId", instance.getSuperExecutionId())
                .put("callbackId", instance.getCallbackId())
                .put("callbackType", instance.getCallbackType())
                .put("referenceId", instance.getReferenceId())
                .put("referenceType", instance.getReferenceType())
                .put("tenantId", Objects.requireNonNullElse(instance.getTenantId(), ""))
                .put("variables", variables(instance.getProcessVariables()))
                .build();
    }

    private static ObjectNode view(Caller caller, HistoricProcessInstance ended) {
        return common(
                        caller,
                        ended.getId(),
                        ended.getName(),
                        ended.getBusinessKey(),
                        ended.getProcessDefinitionId(),
                        ended.getProcessDefinitionName())
                .put("businessStatus", ended.getBusinessStatus())
                .put("suspended", false)
                .put("ended", ended.getEndTime() != null)
                .put("completed", ended.getEndTime() != null)
                .put("activityId", (String) null)
                .put("startUserId", ended.getStartUserId())
                .put("startTime", ended.getStartTime())
                .put("superProcessInstanceId", ended.getSuperProcessInstanceId())
                .put("tenantId", Objects.requireNonNullElse(ended.getTenantId(), ""))
                .put("variables", Json.mapper().createArrayNode())
                .build();
    }

    private static ArrayNode variables(@Nullable Map<String, Object> values) {
        return VariableValues.view(values == null ? Map.of() : values, "local");
    }

    private static JsonView common(
            Caller caller,
            String id,
            @Nullable String name,
            @Nullable String businessKey,
            String definitionId,
            @Nullable String definitionName) {
        return new JsonView()
                .put("id", id)
                .put("url", caller.link(PATH, id))
                .put("name", name)
                .put("businessKey", businessKey)
                .put("processDefinitionId", definitionId)
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, definitionId))
                .put("processDefinitionName", definitionName);
    }
}
