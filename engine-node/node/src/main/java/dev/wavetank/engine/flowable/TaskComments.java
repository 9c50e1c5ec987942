package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import org.flowable.engine.TaskService;
import org.flowable.engine.task.Comment;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;

/// What people say of a task.
public final class TaskComments {
    private static final int LONGEST = 100_000;

    private final TaskService service;
    private final Tasks tasks;
    private final TaskRecords records;

    TaskComments(TaskService service, Tasks tasks, TaskRecords records) {
        this.service = service;
        this.tasks = tasks;
        this.records = records;
    }

    public ArrayNode list(Caller caller, String id) {
        ArrayNode array = Json.mapper().createArrayNode();
        service.getTaskComments(records.require(caller, id)).forEach(comment -> array.add(view(caller, comment)));
        return array;
    }

    public ObjectNode get(Caller caller, String id, String comment) {
        return view(caller, find(records.require(caller, id), comment));
    }

    public ObjectNode add(Caller caller, String id, Parameters fields) {
        Task task = tasks.require(caller, id);
        String message = fields.required("message");
        if (message.length() > LONGEST) {
            throw ProblemException.badRequest("A comment has at most " + LONGEST + " characters.");
        }
        @Nullable
        String instance = fields.flag("saveProcessInstanceId").orElse(false) ? task.getProcessInstanceId() : null;
        return view(caller, Acting.as(caller, () -> service.addComment(id, instance, message)));
    }

    public void delete(Caller caller, String id, String comment) {
        service.deleteComment(find(tasks.require(caller, id).getId(), comment).getId());
    }

    private Comment find(String task, String id) {
        Comment comment = service.getComment(id);
        if (comment == null || !task.equals(comment.getTaskId())) {
            throw ProblemException.notFound("The task has no comment with id '" + id + "'.");
        }
        return comment;
    }

    private static ObjectNode view(Caller caller, Comment comment) {
        @Nullable String task = comment.getTaskId();
        @Nullable String instance = comment.getProcessInstanceId();
        String comments = "/comments/" + comment.getId();
        return new JsonView()
                .put("id", comment.getId())
                .put("author", comment.getUserId())
                .put("message", comment.getFullMessage())
                .put("time", comment.getTime())
                .put("taskId", task)
                .put("taskUrl", task == null ? null : caller.link(Tasks.PATH, task + comments))
                .put("processInstanceId", instance)
                .put(
                        "processInstanceUrl",
                        instance == null
                                ? null
                                : caller.link("/history/historic-process-instances/", instance + comments))
                .build();
    }
}
