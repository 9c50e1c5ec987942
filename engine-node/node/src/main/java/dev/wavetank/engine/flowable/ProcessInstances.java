package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.impl.ProcessInstanceQueryProperty;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;

/// Lists, reads, changes and deletes running instances; [InstanceStarts] starts them.
public final class ProcessInstances {
    static final String PATH = "/runtime/process-instances/";

    private static final Map<String, ProcessInstanceQueryProperty> SORTABLE = Map.of(
            "processDefinitionId", ProcessInstanceQueryProperty.PROCESS_DEFINITION_ID,
            "processDefinitionKey", ProcessInstanceQueryProperty.PROCESS_DEFINITION_KEY,
            "id", ProcessInstanceQueryProperty.PROCESS_INSTANCE_ID,
            "startTime", ProcessInstanceQueryProperty.PROCESS_START_TIME,
            "tenantId", ProcessInstanceQueryProperty.TENANT_ID,
            "businessKey", ProcessInstanceQueryProperty.BUSINESS_KEY);

    private final RuntimeService runtime;
    private final HistoryService history;

    ProcessInstances(RuntimeService runtime, HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        ProcessInstanceQuery query = runtime.createProcessInstanceQuery();
        scope(query, caller.scope());
        parameters
                .when("id", query::processInstanceId)
                .when("processInstanceId", query::processInstanceId)
                .when("name", query::processInstanceName)
                .when("nameLike", query::processInstanceNameLike)
                .when("nameLikeIgnoreCase", query::processInstanceNameLikeIgnoreCase)
                .when("processDefinitionKey", query::processDefinitionKey)
                .when("processDefinitionId", query::processDefinitionId)
                .when("processDefinitionName", query::processDefinitionName)
                .when("processDefinitionCategory", query::processDefinitionCategory)
                .when("processBusinessKey", query::processInstanceBusinessKey)
                .when("businessKey", query::processInstanceBusinessKey)
                .when("businessKeyLike", query::processInstanceBusinessKeyLike)
                .when("businessStatus", query::processInstanceBusinessStatus)
                .when("activeActivityId", query::activeActivityId)
                .when("startedBy", query::startedBy)
                .when("involvedUser", query::involvedUser)
                .when("superProcessInstanceId", query::superProcessInstanceId)
                .when("subProcessInstanceId", query::subProcessInstanceId)
                .whenInstant("startedBefore", at -> query.startedBefore(Date.from(at)))
                .whenInstant("startedAfter", at -> query.startedAfter(Date.from(at)))
                .whenTrue("excludeSubprocesses", () -> query.excludeSubprocesses(true))
                .whenTrue("includeProcessVariables", query::includeProcessVariables);
        parameters.flag("suspended").ifPresent(suspended -> {
            if (suspended) query.suspended();
            else query.active();
        });
        return Paging.page(query, parameters, SORTABLE, "id", instance -> view(caller, instance));
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

    private static void scope(ProcessInstanceQuery query, TenantScope scope) {
        if (scope.every()) return;
        if (scope.name().isEmpty()) query.processInstanceWithoutTenantId();
        else query.processInstanceTenantId(scope.name());
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
