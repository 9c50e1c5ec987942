package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.identity.Groups;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.common.engine.impl.identity.Authentication;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;

/// Lists user tasks and works on them.
public final class Tasks {
    static final String PATH = "/runtime/tasks/";

    private static final String NO_GROUP = "";

    private final TaskService tasks;
    private final Groups groups;

    /// @param groups whose members are candidates where a task names a group
    Tasks(TaskService tasks, Groups groups) {
        this.tasks = tasks;
        this.groups = groups;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        TaskQuery query = tasks.createTaskQuery();
        joinGroups(caller, query, parameters);
        return TaskListing.LISTING.page(query, caller.scope(), parameters, task -> TaskViews.of(caller, task));
    }

    /// A user is a candidate by name or through a group of the tenant.
    private void joinGroups(Caller caller, TaskQuery query, Parameters parameters) {
        if (parameters.text("candidateGroup").isPresent()
                || parameters.list("candidateGroups").isPresent()) return;
        // Without any group the engine would look them up in its own tables, which are not there.
        parameters
                .text("candidateUser")
                .or(() -> parameters.text("candidateOrAssigned"))
                .map(user -> groups.of(caller.scope(), user))
                .map(of -> of.isEmpty() ? List.of(NO_GROUP) : of)
                .ifPresent(query::taskCandidateGroupIn);
    }

    public static List<Field> fields() {
        return TaskListing.LISTING.fields();
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

    Task require(Caller caller, String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null || !caller.scope().sees(Objects.requireNonNullElse(task.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a task with id '" + id + "'.");
        }
        return task;
    }
}
