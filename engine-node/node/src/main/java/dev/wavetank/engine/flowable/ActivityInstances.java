package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.impl.ActivityInstanceQueryProperty;
import org.flowable.engine.runtime.ActivityInstance;
import org.flowable.engine.runtime.ActivityInstanceQuery;

/// The activities that running instances passed or are at.
public final class ActivityInstances {
    private static final Listing<ActivityInstanceQuery, ActivityInstance> LISTING = new Listing<>(
            new TenantFilter<>(ActivityInstanceQuery::activityTenantId, ActivityInstanceQuery::activityWithoutTenantId),
            new Filters<ActivityInstanceQuery>()
                    .text("tenantIdLike", ActivityInstanceQuery::activityTenantIdLike)
                    .text("activityId", ActivityInstanceQuery::activityId)
                    .text("activityInstanceId", ActivityInstanceQuery::activityInstanceId)
                    .text("activityName", ActivityInstanceQuery::activityName)
                    .text("activityType", ActivityInstanceQuery::activityType)
                    .text("executionId", ActivityInstanceQuery::executionId)
                    .either("finished", ActivityInstanceQuery::finished, ActivityInstanceQuery::unfinished)
                    .text("taskAssignee", ActivityInstanceQuery::taskAssignee)
                    .text("taskCompletedBy", ActivityInstanceQuery::taskCompletedBy)
                    .text("processInstanceId", ActivityInstanceQuery::processInstanceId)
                    .text("processDefinitionId", ActivityInstanceQuery::processDefinitionId),
            Map.ofEntries(
                    Map.entry("activityId", ActivityInstanceQueryProperty.ACTIVITY_ID),
                    Map.entry("activityName", ActivityInstanceQueryProperty.ACTIVITY_NAME),
                    Map.entry("activityType", ActivityInstanceQueryProperty.ACTIVITY_TYPE),
                    Map.entry("duration", ActivityInstanceQueryProperty.DURATION),
                    Map.entry("endTime", ActivityInstanceQueryProperty.END),
                    Map.entry("executionId", ActivityInstanceQueryProperty.EXECUTION_ID),
                    Map.entry("activityInstanceId", ActivityInstanceQueryProperty.ACTIVITY_INSTANCE_ID),
                    Map.entry("processDefinitionId", ActivityInstanceQueryProperty.PROCESS_DEFINITION_ID),
                    Map.entry("processInstanceId", ActivityInstanceQueryProperty.PROCESS_INSTANCE_ID),
                    Map.entry("startTime", ActivityInstanceQueryProperty.START),
                    Map.entry("tenantId", ActivityInstanceQueryProperty.TENANT_ID)),
            "startTime");

    private final RuntimeService runtime;

    ActivityInstances(RuntimeService runtime) {
        this.runtime = runtime;
    }

    public static List<Field> fields() {
        return LISTING.fields();
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return LISTING.page(
                runtime.createActivityInstanceQuery(), caller.scope(), parameters, one -> view(caller, one));
    }

    private static ObjectNode view(Caller caller, ActivityInstance one) {
        return new JsonView()
                .put("id", one.getId())
                .put("activityId", one.getActivityId())
                .put("activityName", one.getActivityName())
                .put("activityType", one.getActivityType())
                .put("processDefinitionId", one.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, one.getProcessDefinitionId()))
                .put("processInstanceId", one.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(ProcessInstances.PATH, one.getProcessInstanceId()))
                .put("executionId", one.getExecutionId())
                .put("taskId", one.getTaskId())
                .put("calledProcessInstanceId", one.getCalledProcessInstanceId())
                .put("assignee", one.getAssignee())
                .put("startTime", one.getStartTime())
                .put("endTime", one.getEndTime())
                .put("durationInMillis", one.getDurationInMillis())
                .put("tenantId", Objects.requireNonNullElse(one.getTenantId(), ""))
                .build();
    }
}
