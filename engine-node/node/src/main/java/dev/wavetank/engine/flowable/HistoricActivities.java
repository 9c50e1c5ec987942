package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import java.util.List;
import java.util.Objects;
import org.flowable.engine.HistoryService;
import org.flowable.engine.history.HistoricActivityInstance;

/// Activities that instances passed, or are in.
public final class HistoricActivities {
    private final HistoryService history;

    HistoricActivities(HistoryService history) {
        this.history = history;
    }

    public ObjectNode list(Caller caller, Parameters parameters) {
        return HistoricActivityListing.LISTING.page(
                history.createHistoricActivityInstanceQuery(), caller.scope(), parameters, one -> view(caller, one));
    }

    public static List<Field> fields() {
        return HistoricActivityListing.LISTING.fields();
    }

    private static ObjectNode view(Caller caller, HistoricActivityInstance one) {
        return new JsonView()
                .put("id", one.getId())
                .put("activityId", one.getActivityId())
                .put("activityName", one.getActivityName())
                .put("activityType", one.getActivityType())
                .put("processDefinitionId", one.getProcessDefinitionId())
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, one.getProcessDefinitionId()))
                .put("processInstanceId", one.getProcessInstanceId())
                .put("processInstanceUrl", caller.link(HistoricInstances.PATH, one.getProcessInstanceId()))
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
