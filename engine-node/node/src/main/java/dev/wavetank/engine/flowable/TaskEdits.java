package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.flowable.engine.TaskService;
import org.flowable.task.api.DelegationState;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;

/// Creates, changes and deletes tasks.
public final class TaskEdits {
    private static final int MOST_AT_ONCE = 1000;

    private final TaskService service;
    private final Tasks tasks;

    TaskEdits(TaskService service, Tasks tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    /// A task of its own, part of no process.
    public ObjectNode create(Caller caller, ObjectNode body, Parameters fields) {
        Task task = service.newTask();
        task.setTenantId(caller.scope().name());
        fill(caller, task, body, fields);
        Acting.as(caller, () -> service.saveTask(task));
        return TaskViews.of(caller, task);
    }

    /// Changes the fields that the body names; one that it names as null is emptied.
    public ObjectNode update(Caller caller, String id, ObjectNode body, Parameters fields) {
        Task task = tasks.require(caller, id);
        fill(caller, task, body, fields);
        Acting.as(caller, () -> service.saveTask(task));
        return tasks.get(caller, id);
    }

    /// The same changes to several tasks: all of them, or none.
    public ObjectNode updateAll(Caller caller, List<String> ids, ObjectNode body, Parameters fields) {
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw ProblemException.badRequest("taskIds names between 1 and " + MOST_AT_ONCE + " tasks.");
        }
        List<Task> all = ids.stream().map(id -> tasks.require(caller, id)).toList();
        all.forEach(task -> fill(caller, task, body, fields));
        Acting.as(caller, () -> service.bulkSaveTasks(all));
        var data = Json.mapper().createArrayNode();
        ids.forEach(id -> data.add(tasks.get(caller, id)));
        return new JsonView()
                .put("data", data)
                .put("total", 0)
                .put("start", 0)
                .put("sort", (String) null)
                .put("order", (String) null)
                .put("size", 0)
                .build();
    }

    public void delete(Caller caller, String id, boolean cascadeHistory, @Nullable String reason) {
        Task task = tasks.require(caller, id);
        if (task.getExecutionId() != null) {
            throw ProblemException.of(
                    403, "task-of-a-process", "Forbidden", "The task is part of a process: complete it instead.");
        }
        Acting.as(caller, () -> {
            if (cascadeHistory) service.deleteTask(id, true);
            else service.deleteTask(id, reason);
        });
    }

    private void fill(Caller caller, Task task, ObjectNode body, Parameters fields) {
        if (body.has("name")) task.setName(text(fields, "name"));
        if (body.has("assignee")) task.setAssignee(text(fields, "assignee"));
        if (body.has("owner")) task.setOwner(text(fields, "owner"));
        if (body.has("description")) task.setDescription(text(fields, "description"));
        if (body.has("category")) task.setCategory(text(fields, "category"));
        if (body.has("formKey")) task.setFormKey(text(fields, "formKey"));
        if (body.has("dueDate")) {
            task.setDueDate(fields.instant("dueDate").map(Date::from).orElse(null));
        }
        fields.integer("priority").ifPresent(task::setPriority);
        if (body.has("parentTaskId")) {
            fields.text("parentTaskId").ifPresent(parent -> tasks.require(caller, parent));
            task.setParentTaskId(text(fields, "parentTaskId"));
        }
        if (body.has("delegationState")) {
            task.setDelegationState(
                    fields.text("delegationState").map(TaskEdits::delegation).orElse(null));
        }
    }

    private static @Nullable String text(Parameters fields, String name) {
        return fields.text(name).orElse(null);
    }

    private static DelegationState delegation(String word) {
        if (!word.equals("pending") && !word.equals("resolved")) {
            throw ProblemException.badRequest("delegationState must be pending or resolved.");
        }
        return DelegationState.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
