package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flowable.engine.RuntimeService;
import org.flowable.eventsubscription.api.EventSubscription;
import org.flowable.eventsubscription.api.EventSubscriptionQuery;
import org.flowable.eventsubscription.service.impl.EventSubscriptionQueryProperty;

/// What waits for messages and signals.
public final class EventSubscriptions {
    private static final String PATH = "/runtime/event-subscriptions/";

    private static final Listing<EventSubscriptionQuery, EventSubscription> LISTING = new Listing<>(
            new TenantFilter<>(EventSubscriptionQuery::tenantId, EventSubscriptionQuery::withoutTenantId),
            new Filters<EventSubscriptionQuery>()
                    .text("id", EventSubscriptionQuery::id)
                    .text("eventType", EventSubscriptionQuery::eventType)
                    .text("eventName", EventSubscriptionQuery::eventName)
                    .text("activityId", EventSubscriptionQuery::activityId)
                    .text("executionId", EventSubscriptionQuery::executionId)
                    .text("processInstanceId", EventSubscriptionQuery::processInstanceId)
                    .whenTrue("withoutProcessInstanceId", EventSubscriptionQuery::withoutProcessInstanceId)
                    .text("processDefinitionId", EventSubscriptionQuery::processDefinitionId)
                    .whenTrue("withoutProcessDefinitionId", EventSubscriptionQuery::withoutProcessDefinitionId)
                    .text("scopeId", EventSubscriptionQuery::scopeId)
                    .whenTrue("withoutScopeId", EventSubscriptionQuery::withoutScopeId)
                    .text("subScopeId", EventSubscriptionQuery::subScopeId)
                    .text("scopeDefinitionId", EventSubscriptionQuery::scopeDefinitionId)
                    .whenTrue("withoutScopeDefinitionId", EventSubscriptionQuery::withoutScopeDefinitionId)
                    .date("createdBefore", EventSubscriptionQuery::createdBefore)
                    .date("createdAfter", EventSubscriptionQuery::createdAfter)
                    .text("configuration", EventSubscriptionQuery::configuration)
                    .whenTrue("withoutConfiguration", EventSubscriptionQuery::withoutConfiguration),
            Map.of(
                    "id", EventSubscriptionQueryProperty.ID,
                    "executionId", EventSubscriptionQueryProperty.EXECUTION_ID,
                    "processInstanceId", EventSubscriptionQueryProperty.PROCESS_INSTANCE_ID,
                    "processDefinitionId", EventSubscriptionQueryProperty.PROCESS_DEFINITION_ID,
                    "created", EventSubscriptionQueryProperty.CREATED,
                    "tenantId", EventSubscriptionQueryProperty.TENANT_ID),
            "id");

    private final RuntimeService runtime;

    EventSubscriptions(RuntimeService runtime) {
        this.runtime = runtime;
    }

    public static List<Field> fields() {
        return LISTING.fields();
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return LISTING.page(
                runtime.createEventSubscriptionQuery(), caller.scope(), parameters, one -> view(caller, one));
    }

    public ObjectNode get(Caller caller, String id) {
        EventSubscription one = runtime.createEventSubscriptionQuery().id(id).singleResult();
        if (one == null || !caller.scope().sees(Objects.requireNonNullElse(one.getTenantId(), ""))) {
            throw ProblemException.notFound("Could not find an event subscription with id '" + id + "'.");
        }
        return view(caller, one);
    }

    private static ObjectNode view(Caller caller, EventSubscription one) {
        return new JsonView()
                .put("id", one.getId())
                .put("url", caller.link(PATH, one.getId()))
                .put("eventType", one.getEventType())
                .put("eventName", one.getEventName())
                .put("activityId", one.getActivityId())
                .put("executionId", one.getExecutionId())
                .put("executionUrl", caller.link(Executions.PATH, one.getExecutionId()))
                .put("processInstanceId", one.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(ProcessInstances.PATH, one.getProcessInstanceId()))
                .put("processDefinitionId", one.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, one.getProcessDefinitionId()))
                .put("scopeId", one.getScopeId())
                .put("scopeType", one.getScopeType())
                .put("subScopeId", one.getSubScopeId())
                .put("scopeDefinitionId", one.getScopeDefinitionId())
                .put("created", one.getCreated())
                .put("configuration", one.getConfiguration())
                .put("tenantId", Objects.requireNonNullElse(one.getTenantId(), ""))
                .build();
    }
}
