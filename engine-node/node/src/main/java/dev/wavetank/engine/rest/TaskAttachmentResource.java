package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.TaskAttachments;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;

/// `runtime/tasks/{id}/attachments`: an address as JSON, a file as a form.
final class TaskAttachmentResource {
    private final TaskAttachments attachments;

    TaskAttachmentResource(TaskAttachments attachments) {
        this.attachments = attachments;
    }

    void declare(Api api) {
        Api.Section section = api.section("Task attachments", Caller.ROOT + "/runtime/tasks/{id}/attachments");
        section.get("", "Lists the attachments of a task")
                .to(Call.json(call -> attachments.list(call.caller(), call.id())));
        section.post("", "Attaches an address, or a file sent as a form")
                .body(
                        Field.text("name").must(),
                        Field.text("description"),
                        Field.text("type"),
                        Field.text("externalUrl"))
                .answers(201, "application/json")
                .to(Call.json(201, this::add));
        section.get("/{attachment}", "Reads an attachment")
                .to(Call.json(call -> attachments.get(call.caller(), call.id(), call.path("attachment"))));
        section.delete("/{attachment}", "Removes an attachment")
                .to(Call.nothing(204, call -> attachments.delete(call.caller(), call.id(), call.path("attachment"))));
        section.get("/{attachment}/content", "Reads the file of an attachment")
                .answers(200, Call.BINARY)
                .to(Call.bytes(
                        Call.BINARY, call -> attachments.content(call.caller(), call.id(), call.path("attachment"))));
    }

    private Object add(Call call) {
        if (call.isForm()) {
            Form form = call.form();
            return attachments.add(call.caller(), call.id(), form.fields(), form.file());
        }
        return attachments.add(call.caller(), call.id(), call.parameters(call.body()));
    }
}
