package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.TaskComments;
import dev.wavetank.engine.flowable.TaskEvents;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;

/// `runtime/tasks/{id}/comments` and `runtime/tasks/{id}/events`.
final class TaskCommentResource {
    private final TaskComments comments;
    private final TaskEvents events;

    TaskCommentResource(TaskComments comments, TaskEvents events) {
        this.comments = comments;
        this.events = events;
    }

    void declare(Api api) {
        Api.Section section = api.section("Task comments and events", Caller.ROOT + "/runtime/tasks/{id}");
        section.get("/comments", "Lists what was said of a task")
                .to(Call.json(call -> comments.list(call.caller(), call.id())));
        section.post("/comments", "Says something of a task")
                .body(Field.text("message").must(), Field.flag("saveProcessInstanceId"))
                .answers(201, "application/json")
                .to(Call.json(201, call -> comments.add(call.caller(), call.id(), call.parameters(call.body()))));
        section.get("/comments/{comment}", "Reads a comment")
                .to(Call.json(call -> comments.get(call.caller(), call.id(), call.path("comment"))));
        section.delete("/comments/{comment}", "Removes a comment")
                .to(Call.nothing(204, call -> comments.delete(call.caller(), call.id(), call.path("comment"))));
        section.get("/events", "Lists what happened to a task")
                .to(Call.json(call -> events.list(call.caller(), call.id())));
        section.get("/events/{event}", "Reads an event")
                .to(Call.json(call -> events.get(call.caller(), call.id(), call.path("event"))));
        section.delete("/events/{event}", "Removes an event")
                .to(Call.nothing(204, call -> events.delete(call.caller(), call.id(), call.path("event"))));
    }
}
