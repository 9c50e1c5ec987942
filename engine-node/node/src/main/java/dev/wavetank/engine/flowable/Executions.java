package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.Execution;

/// Lists executions and sends them on.
public final class Executions {
    private static final String PATH = "/runtime/executions/";

    private final RuntimeService runtime;
    private final OnceOnly once;

    Executions(RuntimeService runtime, OnceOnly once) {
        this.runtime = runtime;
        this.once = once;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return ExecutionListing.LISTING.page(
                runtime.createExecutionQuery(), caller.scope(), parameters, execution -> view(caller, execution));
    }

    public static List<Field> fields() {
        return ExecutionListing.LISTING.fields();
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public ArrayNode activities(Caller caller, String id) {
        ArrayNode array = Json.mapper().createArrayNode();
        runtime.getActiveActivityIds(require(caller, id).getId()).forEach(array::add);
        return array;
    }

    /// Triggers a waiting execution, or hands it a message or a signal; once for each idempotency key.
    ///
    /// @param request the body, as the idempotency key remembers it
    public void act(
            Caller caller,
            String id,
            String action,
            Parameters parameters,
            Map<String, Object> variables,
            Optional<String> key,
            byte[] request) {
        once.run(caller, key, PATH + id, request, () -> act(caller, id, action, parameters, variables));
    }

    private void act(Caller caller, String id, String action, Parameters parameters, Map<String, Object> variables) {
        require(caller, id);
        switch (action) {
            case "signal", "trigger" -> runtime.trigger(id, variables);
            case "messageEventReceived" -> runtime.messageEventReceived(name(parameters, "messageName"), id, variables);
            case "signalEventReceived" -> runtime.signalEventReceived(name(parameters, "signalName"), id, variables);
            default -> throw ProblemException.badRequest("Invalid action: '" + action + "'.");
        }
    }

    private static String name(Parameters parameters, String field) {
        return parameters.text(field).orElseThrow(() -> ProblemException.badRequest(field + " is required."));
    }

    private Execution require(Caller caller, String id) {
        Execution execution = runtime.createExecutionQuery().executionId(id).singleResult();
        if (execution == null || !caller.scope().sees(Objects.requireNonNullElse(execution.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find an execution with id '" + id + "'.");
        }
        return execution;
    }

    private static ObjectNode view(Caller caller, Execution execution) {
        return new JsonView()
                .put("id", execution.getId())
                .put("url", caller.link(PATH, execution.getId()))
                .put("parentId", execution.getParentId())
                .put("parentUrl", caller.link(PATH, execution.getParentId()))
                .put("superExecutionId", execution.getSuperExecutionId())
                .put("superExecutionUrl", caller.link(PATH, execution.getSuperExecutionId()))
                .put("processInstanceId", execution.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(ProcessInstances.PATH, execution.getProcessInstanceId()))
                .put("suspended", execution.isSuspended())
                .put("activityId", execution.getActivityId())
                .put("tenantId", Objects.requireNonNullElse(execution.getTenantId(), ""))
                .build();
    }
}
