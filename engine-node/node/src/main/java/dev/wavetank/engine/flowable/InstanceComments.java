package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import org.flowable.common.engine.impl.identity.Authentication;
import org.flowable.engine.TaskService;
import org.flowable.engine.task.Comment;

/// Comments on an instance, running or ended.
public final class InstanceComments {
    private final TaskService tasks;
    private final HistoricInstances instances;

    InstanceComments(TaskService tasks, HistoricInstances instances) {
        this.tasks = tasks;
        this.instances = instances;
    }

    public ArrayNode list(Caller caller, String id) {
        ArrayNode array = Json.mapper().createArrayNode();
        tasks.getProcessInstanceComments(instances.require(caller, id).getId())
                .forEach(comment -> array.add(view(caller, comment)));
        return array;
    }

    public ObjectNode create(Caller caller, String id, Parameters parameters) {
        String message =
                parameters.text("message").orElseThrow(() -> ProblemException.badRequest("Comment text is required."));
        instances.require(caller, id);
        Authentication.setAuthenticatedUserId(caller.user().orElse(null));
        try {
            return view(caller, tasks.addComment(null, id, message));
        } finally {
            Authentication.setAuthenticatedUserId(null);
        }
    }

    public ObjectNode get(Caller caller, String id, String comment) {
        return view(caller, require(caller, id, comment));
    }

    public void delete(Caller caller, String id, String comment) {
        tasks.deleteComment(require(caller, id, comment).getId());
    }

    private Comment require(Caller caller, String id, String commentId) {
        instances.require(caller, id);
        Comment comment = tasks.getComment(commentId);
        if (comment == null || !id.equals(comment.getProcessInstanceId())) {
            throw ProblemException.notFound(
                    "Process instance '" + id + "' does not have a comment with id '" + commentId + "'.");
        }
        return comment;
    }

    private static ObjectNode view(Caller caller, Comment comment) {
        String suffix = "/comments/" + comment.getId();
        return new JsonView()
                .put("id", comment.getId())
                .put("author", comment.getUserId())
                .put("message", comment.getFullMessage())
                .put("time", comment.getTime())
                .put("taskId", comment.getTaskId())
                .put(
                        "taskUrl",
                        comment.getTaskId() == null ? null : caller.link(Tasks.PATH, comment.getTaskId() + suffix))
                .put("processInstanceId", comment.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(HistoricInstances.PATH, comment.getProcessInstanceId() + suffix))
                .build();
    }
}
