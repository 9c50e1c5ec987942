package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.task.api.history.HistoricTaskInstance;
import org.flowable.task.api.history.HistoricTaskInstanceQuery;
import org.flowable.task.service.impl.HistoricTaskInstanceQueryProperty;

/// By what finished and running tasks are narrowed and sorted.
final class HistoricTaskListing {
    static final Listing<HistoricTaskInstanceQuery, HistoricTaskInstance> LISTING = new Listing<>(
            new TenantFilter<>(HistoricTaskInstanceQuery::taskTenantId, HistoricTaskInstanceQuery::taskWithoutTenantId),
            new Filters<HistoricTaskInstanceQuery>()
                    .text("taskId", HistoricTaskInstanceQuery::taskId)
                    .text("processInstanceId", HistoricTaskInstanceQuery::processInstanceId)
                    .text("processBusinessKey", HistoricTaskInstanceQuery::processInstanceBusinessKey)
                    .text("processDefinitionKey", HistoricTaskInstanceQuery::processDefinitionKey)
                    .text("processDefinitionId", HistoricTaskInstanceQuery::processDefinitionId)
                    .text("executionId", HistoricTaskInstanceQuery::executionId)
                    .text("taskName", HistoricTaskInstanceQuery::taskName)
                    .text("taskNameLike", HistoricTaskInstanceQuery::taskNameLike)
                    .text("taskDefinitionKey", HistoricTaskInstanceQuery::taskDefinitionKey)
                    .text("taskAssignee", HistoricTaskInstanceQuery::taskAssignee)
                    .text("taskOwner", HistoricTaskInstanceQuery::taskOwner)
                    .text("parentTaskId", HistoricTaskInstanceQuery::taskParentTaskId)
                    .date("taskCompletedAfter", HistoricTaskInstanceQuery::taskCompletedAfter)
                    .date("taskCompletedBefore", HistoricTaskInstanceQuery::taskCompletedBefore)
                    .whenTrue("includeProcessVariables", HistoricTaskInstanceQuery::includeProcessVariables)
                    .either("finished", HistoricTaskInstanceQuery::finished, HistoricTaskInstanceQuery::unfinished),
            Map.of(
                    "duration", HistoricTaskInstanceQueryProperty.DURATION,
                    "endTime", HistoricTaskInstanceQueryProperty.END,
                    "taskInstanceId", HistoricTaskInstanceQueryProperty.HISTORIC_TASK_INSTANCE_ID,
                    "processDefinitionId", HistoricTaskInstanceQueryProperty.PROCESS_DEFINITION_ID,
                    "processInstanceId", HistoricTaskInstanceQueryProperty.PROCESS_INSTANCE_ID,
                    "start", HistoricTaskInstanceQueryProperty.START,
                    "assignee", HistoricTaskInstanceQueryProperty.TASK_ASSIGNEE,
                    "taskDefinitionKey", HistoricTaskInstanceQueryProperty.TASK_DEFINITION_KEY,
                    "name", HistoricTaskInstanceQueryProperty.TASK_NAME,
                    "priority", HistoricTaskInstanceQueryProperty.TASK_PRIORITY),
            "taskInstanceId");

    private HistoricTaskListing() {}
}
