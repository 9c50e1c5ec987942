package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import java.util.Map;
import java.util.Objects;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/// Instances as JSON.
final class InstanceViews {
    private final RepositoryService repository;

    InstanceViews(RepositoryService repository) {
        this.repository = repository;
    }

    /// @param parent the instance that called it, if it is known
    ObjectNode of(Caller caller, ProcessInstance instance, @Nullable String parent) {
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
                .put("superProcessInstanceId", parent)
                .put("propagatedStageInstanceId", instance.getPropagatedStageInstanceId())
                .put("callbackId", instance.getCallbackId())
                .put("callbackType", instance.getCallbackType())
                .put("referenceId", instance.getReferenceId())
                .put("referenceType", instance.getReferenceType())
                .put("tenantId", Objects.requireNonNullElse(instance.getTenantId(), ""))
                .put("variables", variables(caller, instance))
                .build();
    }

    ObjectNode of(Caller caller, HistoricProcessInstance ended) {
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
                .put("propagatedStageInstanceId", ended.getPropagatedStageInstanceId())
                .put("callbackId", ended.getCallbackId())
                .put("callbackType", ended.getCallbackType())
                .put("referenceId", ended.getReferenceId())
                .put("referenceType", ended.getReferenceType())
                .put("tenantId", Objects.requireNonNullElse(ended.getTenantId(), ""))
                .put("variables", Json.mapper().createArrayNode())
                .build();
    }

    static ArrayNode variables(Caller caller, ProcessInstance instance) {
        @Nullable Map<String, Object> values = instance.getProcessVariables();
        return VariableValues.view(
                values == null ? Map.of() : values, "local", caller.link(ProcessInstances.PATH, instance.getId()));
    }

    private JsonView common(
            Caller caller,
            String id,
            @Nullable String name,
            @Nullable String businessKey,
            String definitionId,
            @Nullable String definitionName) {
        return new JsonView()
                .put("id", id)
                .put("url", caller.link(ProcessInstances.PATH, id))
                .put("name", name)
                .put("businessKey", businessKey)
                .put("processDefinitionId", definitionId)
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, definitionId))
                .put("processDefinitionName", definitionName)
                .put("processDefinitionDescription", description(definitionId));
    }

    /// From the engine's cache, mostly.
    private @Nullable String description(String definitionId) {
        try {
            return repository.getProcessDefinition(definitionId).getDescription();
        } catch (FlowableObjectNotFoundException deleted) {
            return null;
        }
    }
}
