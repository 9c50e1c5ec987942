package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Map;
import java.util.Objects;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.impl.ExecutionQueryProperty;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ExecutionQuery;

/// Lists executions and sends them on.
public final class Executions {
    private static final String PATH = "/runtime/executions/";

    private static final Map<String, ExecutionQueryProperty> SORTABLE = Map.of(
            "processDefinitionId", ExecutionQueryProperty.PROCESS_DEFINITION_ID,
            "processDefinitionKey", ExecutionQueryProperty.PROCESS_DEFINITION_KEY,
            "processInstanceId", ExecutionQueryProperty.PROCESS_INSTANCE_ID,
            "tenantId", ExecutionQueryProperty.TENANT_ID);

    private final RuntimeService runtime;

    Executions(RuntimeService runtime) {
        this.runtime = runtime;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        ExecutionQuery query = runtime.createExecutionQuery();
        if (!caller.scope().every()) {
            if (caller.scope().name().isEmpty()) query.executionWithoutTenantId();
            else query.executionTenantId(caller.scope().name());
        }
        parameters
                .when("id", query::executionId)
                .when("activityId", query::activityId)
                .when("parentId", query::parentId)
                .when("processInstanceId", query::processInstanceId)
                .when("processBusinessKey", query::processInstanceBusinessKey)
                .when("processInstanceBusinessKey", query::processInstanceBusinessKey)
                .when("processDefinitionId", query::processDefinitionId)
                .when("processDefinitionKey", query::processDefinitionKey)
                .when("messageEventSubscriptionName", query::messageEventSubscriptionName)
                .when("signalEventSubscriptionName", query::signalEventSubscriptionName);
        return Paging.page(query, parameters, SORTABLE, "processInstanceId", execution -> view(caller, execution));
    }

    public ObjectNode get(Caller caller, String id) {
        return view(caller, require(caller, id));
    }

    public ArrayNode activities(Caller caller, String id) {
        ArrayNode array = Json.mapper().createArrayNode();
        runtime.getActiveActivityIds(require(caller, id).getId()).forEach(array::add);
        return array;
    }

    /// Triggers a waiting execution, or hands it a message or a signal.
    public void act(Caller caller, String id, String action, Parameters parameters, Map<String, Object> variables) {
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
