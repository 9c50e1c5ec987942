package dev.wavetank.engine.flowable;

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
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.variable.api.history.HistoricVariableInstance;

/// Reads the history: instances, activities, tasks and variables.
public final class Archive {
    private static final String INSTANCES = "/history/historic-process-instances/";

    private final HistoryService history;

    Archive(HistoryService history) {
        this.history = history;
    }

    public ObjectNode instances(Caller caller, Parameters parameters) {
        return HistoricInstanceListing.LISTING.page(
                history.createHistoricProcessInstanceQuery(), caller.scope(), parameters, one -> view(caller, one));
    }

    public static List<Field> instancesFields() {
        return HistoricInstanceListing.LISTING.fields();
    }

    public ObjectNode instance(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public void deleteInstance(Caller caller, String id) {
        history.deleteHistoricProcessInstance(require(caller, id).getId());
    }

    public ObjectNode activities(Caller caller, Parameters parameters) {
        return HistoricActivityListing.LISTING.page(
                history.createHistoricActivityInstanceQuery(), caller.scope(), parameters, one -> view(caller, one));
    }

    public static List<Field> activitiesFields() {
        return HistoricActivityListing.LISTING.fields();
    }

    public ObjectNode tasks(Caller caller, Parameters parameters) {
        return HistoricTaskListing.LISTING.page(
                history.createHistoricTaskInstanceQuery(),
                caller.scope(),
                parameters,
                task -> TaskViews.of(caller, task));
    }

    public static List<Field> tasksFields() {
        return HistoricTaskListing.LISTING.fields();
    }

    /// Variables of one instance, so that the instance's tenant decides: the table of variables knows no tenant.
    public ObjectNode variables(Caller caller, Parameters parameters) {
        Optional<String> instance = parameters.text("processInstanceId");
        instance.ifPresent(id -> require(caller, id));
        if (instance.isEmpty() && !caller.scope().every()) {
            throw ProblemException.badRequest("Name a processInstanceId.");
        }
        return HistoricVariableListing.LISTING.page(
                history.createHistoricVariableInstanceQuery(), caller.scope(), parameters, one -> view(caller, one));
    }

    public static List<Field> variablesFields() {
        return HistoricVariableListing.LISTING.fields();
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
