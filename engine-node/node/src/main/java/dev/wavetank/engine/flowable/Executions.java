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
    static final String PATH = "/runtime/executions/";

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
    /// @return the execution as it is now; empty if it is no more
    public Optional<ObjectNode> act(
            Caller caller, String id, ObjectNode body, Parameters parameters, Optional<String> key, byte[] request) {
        once.run(caller, key, PATH + id, request, () -> act(caller, id, body, parameters));
        return Optional.ofNullable(
                        runtime.createExecutionQuery().executionId(id).singleResult())
                .map(execution -> view(caller, execution));
    }

    private void act(Caller caller, String id, ObjectNode body, Parameters parameters) {
        String action = parameters.required("action");
        require(caller, id);
        Map<String, Object> variables = VariableValues.read(body.get("variables"), "variables");
        Map<String, Object> transients = VariableValues.read(body.get("transientVariables"), "transientVariables");
        Acting.as(caller, () -> {
            switch (action) {
                case "signal", "trigger" -> runtime.trigger(id, variables, transients);
                case "messageEventReceived" ->
                    runtime.messageEventReceived(parameters.required("messageName"), id, variables);
                case "signalEventReceived" ->
                    runtime.signalEventReceived(parameters.required("signalName"), id, variables);
                default -> throw ProblemException.badRequest("Invalid action: '" + action + "'.");
            }
        });
    }

    /// Moves an execution to other activities of its process.
    public void move(Caller caller, String id, List<String> activities) {
        require(caller, id);
        if (activities.isEmpty()) throw ProblemException.badRequest("startActivityIds names no activity.");
        Acting.as(
                caller,
                () -> runtime.createChangeActivityStateBuilder()
                        .moveSingleExecutionToActivityIds(id, activities)
                        .changeState());
    }

    public Variables variables(Caller caller, String id) {
        return ExecutionVariables.of(runtime, require(caller, id), caller);
    }

    Execution require(Caller caller, String id) {
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
