package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.ProblemException;
import org.flowable.engine.TaskService;
import org.flowable.engine.task.Event;
import org.jspecify.annotations.Nullable;

/// What happened to a task: links that came and went, comments, attachments.
public final class TaskEvents {
    private final TaskService service;
    private final Tasks tasks;
    private final TaskRecords records;

    TaskEvents(TaskService service, Tasks tasks, TaskRecords records) {
        this.service = service;
        this.tasks = tasks;
        this.records = records;
    }

    public ArrayNode list(Caller caller, String id) {
        ArrayNode array = Json.mapper().createArrayNode();
        service.getTaskEvents(records.require(caller, id)).forEach(event -> array.add(view(caller, event)));
        return array;
    }

    public ObjectNode get(Caller caller, String id, String event) {
        return view(caller, find(records.require(caller, id), event));
    }

    public void delete(Caller caller, String id, String event) {
        service.deleteComment(find(tasks.require(caller, id).getId(), event).getId());
    }

    private Event find(String task, String id) {
        Event event = service.getEvent(id);
        if (event == null || !task.equals(event.getTaskId())) {
            throw ProblemException.notFound("The task has no event with id '" + id + "'.");
        }
        return event;
    }

    private static ObjectNode view(Caller caller, Event event) {
        @Nullable String task = event.getTaskId();
        ArrayNode message = Json.mapper().createArrayNode();
        if (event.getMessageParts() != null) event.getMessageParts().forEach(message::add);
        return new JsonView()
                .put("id", event.getId())
                .put("action", event.getAction())
                .put("userId", event.getUserId())
                .put("time", event.getTime())
                .put("url", task == null ? null : caller.link(Tasks.PATH, task + "/events/" + event.getId()))
                .put("taskUrl", caller.link(Tasks.PATH, task))
                .put("processInstanceUrl", caller.link(ProcessInstances.PATH, event.getProcessInstanceId()))
                .put("message", message)
                .build();
    }
}
