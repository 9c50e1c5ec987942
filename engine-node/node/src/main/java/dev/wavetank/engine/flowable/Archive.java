package dev.wavetank.engine.flowable;

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
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricActivityInstanceQuery;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.history.HistoricProcessInstanceQuery;
import org.flowable.engine.impl.HistoricActivityInstanceQueryProperty;
import org.flowable.engine.impl.HistoricProcessInstanceQueryProperty;
import org.flowable.task.api.history.HistoricTaskInstanceQuery;
import org.flowable.task.service.impl.HistoricTaskInstanceQueryProperty;
import org.flowable.variable.api.history.HistoricVariableInstance;
import org.flowable.variable.api.history.HistoricVariableInstanceQuery;
import org.flowable.variable.service.impl.HistoricVariableInstanceQueryProperty;

/// Reads the history: instances, activities, tasks and variables.
public final class Archive {
    private static final String INSTANCES = "/history/historic-process-instances/";

    private static final Map<String, HistoricProcessInstanceQueryProperty> SORTABLE_INSTANCES = Map.of(
            "processInstanceId", HistoricProcessInstanceQueryProperty.PROCESS_INSTANCE_ID_,
            "processDefinitionId", HistoricProcessInstanceQueryProperty.PROCESS_DEFINITION_ID,
            "businessKey", HistoricProcessInstanceQueryProperty.BUSINESS_KEY,
            "startTime", HistoricProcessInstanceQueryProperty.START_TIME,
            "endTime", HistoricProcessInstanceQueryProperty.END_TIME,
            "duration", HistoricProcessInstanceQueryProperty.DURATION,
            "tenantId", HistoricProcessInstanceQueryProperty.TENANT_ID);

    private static final Map<String, HistoricActivityInstanceQueryProperty> SORTABLE_ACTIVITIES = Map.of(
            "activityId", HistoricActivityInstanceQueryProperty.ACTIVITY_ID,
            "activityName", HistoricActivityInstanceQueryProperty.ACTIVITY_NAME,
            "activityType", HistoricActivityInstanceQueryProperty.ACTIVITY_TYPE,
            "duration", HistoricActivityInstanceQueryProperty.DURATION,
            "endTime", HistoricActivityInstanceQueryProperty.END,
            "executionId", HistoricActivityInstanceQueryProperty.EXECUTION_ID,
            "activityInstanceId", HistoricActivityInstanceQueryProperty.HISTORIC_ACTIVITY_INSTANCE_ID,
            "processDefinitionId", HistoricActivityInstanceQueryProperty.PROCESS_DEFINITION_ID,
            "processInstanceId", HistoricActivityInstanceQueryProperty.PROCESS_INSTANCE_ID,
            "startTime", HistoricActivityInstanceQueryProperty.START);

    private static final Map<String, HistoricTaskInstanceQueryProperty> SORTABLE_TASKS = Map.of(
            "duration", HistoricTaskInstanceQueryProperty.DURATION,
            "endTime", HistoricTaskInstanceQueryProperty.END,
            "taskInstanceId", HistoricTaskInstanceQueryProperty.HISTORIC_TASK_INSTANCE_ID,
            "processDefinitionId", HistoricTaskInstanceQueryProperty.PROCESS_DEFINITION_ID,
            "processInstanceId", HistoricTaskInstanceQueryProperty.PROCESS_INSTANCE_ID,
            "start", HistoricTaskInstanceQueryProperty.START,
            "assignee", HistoricTaskInstanceQueryProperty.TASK_ASSIGNEE,
            "taskDefinitionKey", HistoricTaskInstanceQueryProperty.TASK_DEFINITION_KEY,
            "name", HistoricTaskInstanceQueryProperty.TASK_NAME,
            "priority", HistoricTaskInstanceQueryProperty.TASK_PRIORITY);

    private static final Map<String, HistoricVariableInstanceQueryProperty> SORTABLE_VARIABLES = Map.of(
            "processInstanceId", HistoricVariableInstanceQueryProperty.PROCESS_INSTANCE_ID,
            "variableName", HistoricVariableInstanceQueryProperty.VARIABLE_NAME);

    private final HistoryService history;

    Archive(HistoryService history) {
        this.history = history;
    }

    public ObjectNode instances(Caller caller, Parameters parameters) {
        HistoricProcessInstanceQuery query = history.createHistoricProcessInstanceQuery();
        scope(query, caller.scope());
        parameters
                .when("processInstanceId", query::processInstanceId)
                .when("processDefinitionKey", query::processDefinitionKey)
                .when("processDefinitionId", query::processDefinitionId)
                .when("processDefinitionName", query::processDefinitionName)
                .when("businessKey", query::processInstanceBusinessKey)
                .when("processBusinessKey", query::processInstanceBusinessKey)
                .when("businessKeyLike", query::processInstanceBusinessKeyLike)
                .when("name", query::processInstanceName)
                .when("involvedUser", query::involvedUser)
                .when("superProcessInstanceId", query::superProcessInstanceId)
                .when("startedBy", query::startedBy)
                .whenList("processInstanceIds", ids -> query.processInstanceIds(new java.util.HashSet<>(ids)))
                .whenInstant("finishedAfter", at -> query.finishedAfter(Date.from(at)))
                .whenInstant("finishedBefore", at -> query.finishedBefore(Date.from(at)))
                .whenInstant("startedAfter", at -> query.startedAfter(Date.from(at)))
                .whenInstant("startedBefore", at -> query.startedBefore(Date.from(at)))
                .whenTrue("excludeSubprocesses", () -> query.excludeSubprocesses(true))
                .whenTrue("includeProcessVariables", query::includeProcessVariables);
        parameters.flag("finished").ifPresent(finished -> {
            if (finished) query.finished();
            else query.unfinished();
        });
        return Paging.page(query, parameters, SORTABLE_INSTANCES, "processInstanceId", one -> view(caller, one));
    }

    public ObjectNode instance(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public void deleteInstance(Caller caller, String id) {
        history.deleteHistoricProcessInstance(require(caller, id).getId());
    }

    public ObjectNode activities(Caller caller, Parameters parameters) {
        HistoricActivityInstanceQuery query = history.createHistoricActivityInstanceQuery();
        TenantScope scope = caller.scope();
        if (!scope.every()) {
            if (scope.name().isEmpty()) query.activityWithoutTenantId();
            else query.activityTenantId(scope.name());
        }
        parameters
                .when("activityId", query::activityId)
                .when("activityInstanceId", query::activityInstanceId)
                .when("activityName", query::activityName)
                .when("activityType", query::activityType)
                .when("executionId", query::executionId)
                .when("taskAssignee", query::taskAssignee)
                .when("processInstanceId", query::processInstanceId)
                .when("processDefinitionId", query::processDefinitionId);
        parameters.flag("finished").ifPresent(finished -> {
            if (finished) query.finished();
            else query.unfinished();
        });
        return Paging.page(query, parameters, SORTABLE_ACTIVITIES, "activityInstanceId", one -> view(caller, one));
    }

    public ObjectNode tasks(Caller caller, Parameters parameters) {
        HistoricTaskInstanceQuery query = history.createHistoricTaskInstanceQuery();
        TenantScope scope = caller.scope();
        if (!scope.every()) {
            if (scope.name().isEmpty()) query.taskWithoutTenantId();
            else query.taskTenantId(scope.name());
        }
        parameters
                .when("taskId", query::taskId)
                .when("processInstanceId", query::processInstanceId)
                .when("processBusinessKey", query::processInstanceBusinessKey)
                .when("processDefinitionKey", query::processDefinitionKey)
                .when("processDefinitionId", query::processDefinitionId)
                .when("executionId", query::executionId)
                .when("taskName", query::taskName)
                .when("taskNameLike", query::taskNameLike)
                .when("taskDefinitionKey", query::taskDefinitionKey)
                .when("taskAssignee", query::taskAssignee)
                .when("taskOwner", query::taskOwner)
                .when("parentTaskId", query::taskParentTaskId)
                .whenInstant("taskCompletedAfter", at -> query.taskCompletedAfter(Date.from(at)))
                .whenInstant("taskCompletedBefore", at -> query.taskCompletedBefore(Date.from(at)))
                .whenTrue("includeProcessVariables", query::includeProcessVariables);
        parameters.flag("finished").ifPresent(finished -> {
            if (finished) query.finished();
            else query.unfinished();
        });
        return Paging.page(query, parameters, SORTABLE_TASKS, "taskInstanceId", task -> TaskViews.of(caller, task));
    }

    /// Variables of one instance, so that the instance's tenant decides: the table of variables knows no tenant.
    public ObjectNode variables(Caller caller, Parameters parameters) {
        HistoricVariableInstanceQuery query = history.createHistoricVariableInstanceQuery();
        Optional<String> instance = parameters.text("processInstanceId");
        instance.ifPresent(id -> query.processInstanceId(require(caller, id).getId()));
        if (instance.isEmpty() && !caller.scope().every()) {
            throw ProblemException.badRequest("Name a processInstanceId.");
        }
        parameters
                .when("taskId", query::taskId)
                .when("variableName", query::variableName)
                .when("variableNameLike", query::variableNameLike)
                .whenTrue("excludeTaskVariables", query::excludeTaskVariables);
        return Paging.page(query, parameters, SORTABLE_VARIABLES, "variableName", one -> view(caller, one));
    }

    private HistoricProcessInstance require(Caller caller, String id) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
        if (instance == null || !caller.scope().sees(Objects.requireNonNullElse(instance.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a process instance with id '" + id + "'.");
        }
        return instance;
    }

    private static void scope(HistoricProcessInstanceQuery query, TenantScope scope) {
        if (scope.every()) return;
        if (scope.name().isEmpty()) query.processInstanceWithoutTenantId();
        else query.processInstanceTenantId(scope.name());
    }

    private static ObjectNode view(Caller caller, HistoricProcessInstance one) {
        Map<String, Object> variables = Objects.requireNonNullElse(one.getProcessVariables(), Map.<String, Object>of());
        return new JsonView()
                .put("id", one.getId())
                .put("url", caller.link(INSTANCES, one.getId()))
                .put("name", one.getName())
                .put("businessKey", one.getBusinessKey())
                .put("businessStatus", one.getBusinessStatus())
                .put("processDefinitionId", one.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, one.getProcessDefinitionId()))
                .put("processDefinitionName", one.getProcessDefinitionName())
                .put("startTime", one.getStartTime())
                .put("endTime", one.getEndTime())
                .put("durationInMillis", one.getDurationInMillis())
                .put("startUserId", one.getStartUserId())
                .put("startActivityId", one.getStartActivityId())
                .put("endActivityId", one.getEndActivityId())
                .put("deleteReason", one.getDeleteReason())
                .put("superProcessInstanceId", one.getSuperProcessInstanceId())
                .put("variables", VariableValues.view(variables, "local"))
                .put("tenantId", Objects.requireNonNullElse(one.getTenantId(), ""))
                .build();
    }

    private static ObjectNode view(Caller caller, HistoricActivityInstance one) {
        return new JsonView()
                .put("id", one.getId())
                .put("activityId", one.getActivityId())
                .put("activityName", one.getActivityName())
                .put("activityType", one.getActivityType())
                .put("processDefinitionId", one.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, one.getProcessDefinitionId()))
                .put("processInstanceId", one.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(INSTANCES, one.getProcessInstanceId()))
                .put("executionId", one.getExecutionId())
                .put("taskId", one.getTaskId())
                .put("calledProcessInstanceId", one.getCalledProcessInstanceId())
                .put("assignee", one.getAssignee())
                .put("startTime", one.getStartTime())
                .put("endTime", one.getEndTime())
                .put("durationInMillis", one.getDurationInMillis())
                .put("tenantId", Objects.requireNonNullElse(one.getTenantId(), ""))
                .build();
    }

    private static ObjectNode view(Caller caller, HistoricVariableInstance one) {
        return new JsonView()
                .put("id", one.getId())
                .put("processInstanceId", one.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(INSTANCES, one.getProcessInstanceId()))
                .put("taskId", one.getTaskId())
                .put("executionId", Json.mapper().nullNode())
                .put("variable", VariableValues.view(one.getVariableName(), one.getValue(), null))
                .build();
    }
}
