package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.common.engine.impl.identity.Authentication;
import org.flowable.engine.TaskService;
import org.flowable.task.api.DelegationState;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;
import org.flowable.task.service.impl.TaskQueryProperty;
import org.jspecify.annotations.Nullable;

/// Lists user tasks and works on them.
public final class Tasks {
    static final String PATH = "/runtime/tasks/";

    private static final Map<String, TaskQueryProperty> SORTABLE = sortable();

    private final TaskService tasks;

    Tasks(TaskService tasks) {
        this.tasks = tasks;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        TaskQuery query = tasks.createTaskQuery();
        scope(query, caller.scope());
        parameters
                .when("taskId", query::taskId)
                .when("name", query::taskName)
                .when("nameLike", query::taskNameLike)
                .when("nameLikeIgnoreCase", query::taskNameLikeIgnoreCase)
                .when("description", query::taskDescription)
                .when("assignee", query::taskAssignee)
                .when("assigneeLike", query::taskAssigneeLike)
                .when("owner", query::taskOwner)
                .when("candidateUser", query::taskCandidateUser)
                .when("candidateGroup", query::taskCandidateGroup)
                .when("candidateOrAssigned", query::taskCandidateOrAssigned)
                .when("involvedUser", query::taskInvolvedUser)
                .when("processInstanceId", query::processInstanceId)
                .when("processInstanceBusinessKey", query::processInstanceBusinessKey)
                .when("processInstanceBusinessKeyLike", query::processInstanceBusinessKeyLike)
                .when("processDefinitionId", query::processDefinitionId)
                .when("processDefinitionKey", query::processDefinitionKey)
                .when("processDefinitionKeyLike", query::processDefinitionKeyLike)
                .when("processDefinitionName", query::processDefinitionName)
                .when("executionId", query::executionId)
                .when("taskDefinitionKey", query::taskDefinitionKey)
                .when("taskDefinitionKeyLike", query::taskDefinitionKeyLike)
                .when("category", query::taskCategory)
                .whenList("candidateGroups", query::taskCandidateGroupIn)
                .whenList("taskDefinitionKeys", query::taskDefinitionKeys)
                .whenInstant("createdOn", at -> query.taskCreatedOn(Date.from(at)))
                .whenInstant("createdBefore", at -> query.taskCreatedBefore(Date.from(at)))
                .whenInstant("createdAfter", at -> query.taskCreatedAfter(Date.from(at)))
                .whenInstant("dueDate", at -> query.taskDueDate(Date.from(at)))
                .whenInstant("dueBefore", at -> query.taskDueBefore(Date.from(at)))
                .whenInstant("dueAfter", at -> query.taskDueAfter(Date.from(at)))
                .whenTrue("unassigned", query::taskUnassigned)
                .whenTrue("withoutDueDate", query::withoutTaskDueDate)
                .whenTrue("excludeSubTasks", query::excludeSubtasks)
                .whenTrue("includeTaskLocalVariables", query::includeTaskLocalVariables)
                .whenTrue("includeProcessVariables", query::includeProcessVariables);
        parameters.integer("priority").ifPresent(query::taskPriority);
        parameters.integer("minimumPriority").ifPresent(query::taskMinPriority);
        parameters.integer("maximumPriority").ifPresent(query::taskMaxPriority);
        parameters.text("delegationState").ifPresent(state -> query.taskDelegationState(delegation(state)));
        parameters.flag("active").ifPresent(active -> {
            if (active) query.active();
            else query.suspended();
        });
        return Paging.page(query, parameters, SORTABLE, "id", task -> TaskViews.of(caller, task));
    }

    public ObjectNode get(Caller caller, String id) {
        return TaskViews.of(caller, require(caller, id));
    }

    /// `complete`, `claim`, `unclaim`, `delegate`, `resolve`.
    public void act(Caller caller, String id, String action, Parameters parameters, Map<String, Object> variables) {
        Task task = require(caller, id);
        Authentication.setAuthenticatedUserId(caller.user().orElse(null));
        try {
            switch (action) {
                case "complete" -> tasks.complete(task.getId(), variables);
                case "claim" -> claim(task, parameters.text("assignee"));
                case "unclaim" -> tasks.unclaim(id);
                case "delegate" ->
                    tasks.delegateTask(
                            id,
                            parameters
                                    .text("assignee")
                                    .orElseThrow(() -> ProblemException.badRequest("assignee is required.")));
                case "resolve" -> tasks.resolveTask(id, variables);
                default -> throw ProblemException.badRequest("Invalid action: '" + action + "'.");
            }
        } finally {
            Authentication.setAuthenticatedUserId(null);
        }
    }

    private void claim(Task task, Optional<String> user) {
        tasks.claim(task.getId(), user.orElse(null));
    }

    /// Changes the fields that the body names, as `PUT` does.
    public ObjectNode update(Caller caller, String id, ObjectNode body, Parameters parameters) {
        Task task = require(caller, id);
        if (body.has("assignee")) task.setAssignee(parameters.text("assignee").orElse(null));
        if (body.has("owner")) task.setOwner(parameters.text("owner").orElse(null));
        if (body.has("name")) task.setName(parameters.text("name").orElse(null));
        if (body.has("description"))
            task.setDescription(parameters.text("description").orElse(null));
        if (body.has("category")) task.setCategory(parameters.text("category").orElse(null));
        if (body.has("dueDate"))
            task.setDueDate(parameters.instant("dueDate").map(Date::from).orElse(null));
        parameters.integer("priority").ifPresent(task::setPriority);
        tasks.saveTask(task);
        return get(caller, id);
    }

    /// @param scope `local`, `global`, or empty for both, the local ones first
    public ArrayNode variables(Caller caller, String id, String scope) {
        require(caller, id);
        Map<String, Object> local = tasks.getVariablesLocal(id);
        Map<String, Object> global = new HashMap<>(tasks.getVariables(id));
        local.keySet().forEach(global::remove);
        return switch (scope) {
            case "local" -> VariableValues.view(local, "local");
            case "global" -> VariableValues.view(global, "global");
            case "" -> VariableValues.view(local, "local").addAll(VariableValues.view(global, "global"));
            default -> throw ProblemException.badRequest("scope must be local or global.");
        };
    }

    public ArrayNode setVariables(Caller caller, String id, Map<String, Object> values, String scope) {
        require(caller, id);
        switch (scope) {
            case "global" -> tasks.setVariables(id, values);
            case "", "local" -> tasks.setVariablesLocal(id, values);
            default -> throw ProblemException.badRequest("scope must be local or global.");
        }
        return VariableValues.view(values, scope.isEmpty() ? "local" : scope);
    }

    private Task require(Caller caller, String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null || !caller.scope().sees(Objects.requireNonNullElse(task.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a task with id '" + id + "'.");
        }
        return task;
    }

    private static void scope(TaskQuery query, TenantScope scope) {
        if (scope.every()) return;
        if (scope.name().isEmpty()) query.taskWithoutTenantId();
        else query.taskTenantId(scope.name());
    }

    private static @Nullable DelegationState delegation(String state) {
        return switch (state) {
            case "pending" -> DelegationState.PENDING;
            case "resolved" -> DelegationState.RESOLVED;
            default -> throw ProblemException.badRequest("delegationState must be pending or resolved.");
        };
    }

    private static Map<String, TaskQueryProperty> sortable() {
        Map<String, TaskQueryProperty> names = new HashMap<>();
        names.put("id", TaskQueryProperty.TASK_ID);
        names.put("name", TaskQueryProperty.NAME);
        names.put("description", TaskQueryProperty.DESCRIPTION);
        names.put("dueDate", TaskQueryProperty.DUE_DATE);
        names.put("createTime", TaskQueryProperty.CREATE_TIME);
        names.put("priority", TaskQueryProperty.PRIORITY);
        names.put("executionId", TaskQueryProperty.EXECUTION_ID);
        names.put("processInstanceId", TaskQueryProperty.PROCESS_INSTANCE_ID);
        names.put("tenantId", TaskQueryProperty.TENANT_ID);
        names.put("assignee", TaskQueryProperty.ASSIGNEE);
        names.put("owner", TaskQueryProperty.OWNER);
        return Map.copyOf(names);
    }
}
