package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.flowable.engine.TaskService;
import org.flowable.engine.task.Attachment;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;

/// Files and addresses that belong to a task. Their content is handed out as bytes of no kind, whatever type was
/// given with it: a browser must not run what a user has uploaded.
public final class TaskAttachments {
    private final TaskService service;
    private final Tasks tasks;
    private final TaskRecords records;

    TaskAttachments(TaskService service, Tasks tasks, TaskRecords records) {
        this.service = service;
        this.tasks = tasks;
        this.records = records;
    }

    public ArrayNode list(Caller caller, String id) {
        ArrayNode array = Json.mapper().createArrayNode();
        service.getTaskAttachments(records.require(caller, id)).forEach(one -> array.add(view(caller, one)));
        return array;
    }

    public ObjectNode get(Caller caller, String id, String attachment) {
        return view(caller, find(records.require(caller, id), attachment));
    }

    public byte[] content(Caller caller, String id, String attachment) throws IOException {
        find(records.require(caller, id), attachment);
        try (InputStream content = service.getAttachmentContent(attachment)) {
            if (content == null) throw ProblemException.notFound("The attachment is an address, it has no content.");
            return content.readAllBytes();
        }
    }

    /// An address.
    public ObjectNode add(Caller caller, String id, Parameters fields) {
        Task task = tasks.require(caller, id);
        String name = fields.required("name");
        @Nullable String type = fields.text("type").orElse(null);
        @Nullable String description = fields.text("description").orElse(null);
        @Nullable String url = fields.text("externalUrl").orElse(null);
        return view(
                caller,
                Acting.as(
                        caller,
                        () -> service.createAttachment(type, id, task.getProcessInstanceId(), name, description, url)));
    }

    /// A file.
    ///
    /// @param fields `name`, `description` and `type`
    public ObjectNode add(Caller caller, String id, Map<String, String> fields, byte[] content) {
        Task task = tasks.require(caller, id);
        @Nullable String name = fields.get("name");
        if (name == null) throw ProblemException.badRequest("name is required.");
        return view(
                caller,
                Acting.as(
                        caller,
                        () -> service.createAttachment(
                                fields.get("type"),
                                id,
                                task.getProcessInstanceId(),
                                name,
                                fields.get("description"),
                                new ByteArrayInputStream(content))));
    }

    public void delete(Caller caller, String id, String attachment) {
        find(tasks.require(caller, id).getId(), attachment);
        Acting.as(caller, () -> service.deleteAttachment(attachment));
    }

    private Attachment find(String task, String id) {
        Attachment attachment = service.getAttachment(id);
        if (attachment == null || !task.equals(attachment.getTaskId())) {
            throw ProblemException.notFound("The task has no attachment with id '" + id + "'.");
        }
        return attachment;
    }

    private static ObjectNode view(Caller caller, Attachment one) {
        @Nullable String task = one.getTaskId();
        @Nullable String url = task == null ? null : caller.link(Tasks.PATH, task + "/attachments/" + one.getId());
        boolean file = one.getUrl() == null && one.getContentId() != null;
        return new JsonView()
                .put("id", one.getId())
                .put("url", url)
                .put("name", one.getName())
                .put("userId", one.getUserId())
                .put("description", one.getDescription())
                .put("type", one.getType())
                .put("taskUrl", caller.link(Tasks.PATH, task))
                .put("processInstanceUrl", caller.link(ProcessInstances.PATH, one.getProcessInstanceId()))
                .put("externalUrl", one.getUrl())
                .put("contentUrl", file ? url + "/content" : null)
                .put("time", one.getTime())
                .build();
    }
}
