package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.identity.Groups;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Objects;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskCompletionBuilder;
import org.flowable.task.api.TaskQuery;

/// Lists user tasks and works on them.
public final class Tasks {
    static final String PATH = "/runtime/tasks/";

    private static final String NO_GROUP = "";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Groups groups;

    /// @param groups whose members are candidates where a task names a group
    Tasks(TaskService tasks, RuntimeService runtime, Groups groups) {
        this.tasks = tasks;
        this.runtime = runtime;
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
                || parameters.list("candidateGroups").isPresent()
                || parameters.list("candidateGroupIn").isPresent()) return;
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
    public void act(Caller caller, String id, String action, ObjectNode body, Parameters parameters) {
        Task task = require(caller, id);
        List<Variable> variables = VariableValues.list(body.get("variables"), "variables");
        List<Variable> transients = VariableValues.list(body.get("transientVariables"), "transientVariables");
        Acting.as(caller, () -> {
            switch (action) {
                case "complete" -> complete(task, variables, transients, parameters);
                case "claim" -> tasks.claim(id, parameters.text("assignee").orElse(null));
                case "unclaim" -> tasks.unclaim(id);
                case "delegate" -> tasks.delegateTask(id, parameters.required("assignee"));
                case "resolve" -> tasks.resolveTask(id, VariableValues.map(variables), VariableValues.map(transients));
                default -> throw ProblemException.badRequest("Invalid action: '" + action + "'.");
            }
        });
    }

    private void complete(Task task, List<Variable> variables, List<Variable> transients, Parameters parameters) {
        TaskCompletionBuilder completion = tasks.createTaskCompletionBuilder().taskId(task.getId());
        parameters.when("outcome", completion::outcome);
        for (Variable one : variables) {
            if (local(one)) completion.variableLocal(one.name(), one.value());
            else completion.variable(one.name(), one.value());
        }
        for (Variable one : transients) {
            if (local(one)) completion.transientVariableLocal(one.name(), one.value());
            else completion.transientVariable(one.name(), one.value());
        }
        completion.complete();
    }

    private static boolean local(Variable variable) {
        return variable.scope().filter(scope -> scope == Scope.LOCAL).isPresent();
    }

    public Variables variables(Caller caller, String id) {
        return TaskVariables.of(tasks, runtime, require(caller, id), caller);
    }

    public ArrayNode subtasks(Caller caller, String id) {
        ArrayNode array = Json.mapper().createArrayNode();
        tasks.getSubTasks(require(caller, id).getId()).forEach(task -> array.add(TaskViews.of(caller, task)));
        return array;
    }

    public ProblemException form(Caller caller, String id) {
        return Forms.kept(require(caller, id).getFormKey());
    }

    Task require(Caller caller, String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null || !caller.scope().sees(Objects.requireNonNullElse(task.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find a task with id '" + id + "'.");
        }
        return task;
    }
}
