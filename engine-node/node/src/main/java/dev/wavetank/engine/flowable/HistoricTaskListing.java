package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Field;
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
                    .json(Field.objects("taskVariables"), TaskConditions.<HistoricTaskInstanceQuery>ofTask()::apply)
                    .json(
                            Field.objects("processVariables"),
                            TaskConditions.<HistoricTaskInstanceQuery>ofInstance()::apply)
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
                    .text("processInstanceIdWithChildren", HistoricTaskInstanceQuery::processInstanceIdWithChildren)
                    .text("processBusinessKeyLike", HistoricTaskInstanceQuery::processInstanceBusinessKeyLike)
                    .text("processDefinitionKeyLike", HistoricTaskInstanceQuery::processDefinitionKeyLike)
                    .text("processDefinitionName", HistoricTaskInstanceQuery::processDefinitionName)
                    .text("processDefinitionNameLike", HistoricTaskInstanceQuery::processDefinitionNameLike)
                    .text("taskNameLikeIgnoreCase", HistoricTaskInstanceQuery::taskNameLikeIgnoreCase)
                    .text("taskDescription", HistoricTaskInstanceQuery::taskDescription)
                    .text("taskDescriptionLike", HistoricTaskInstanceQuery::taskDescriptionLike)
                    .text("taskDefinitionKeyLike", HistoricTaskInstanceQuery::taskDefinitionKeyLike)
                    .text("taskCategory", HistoricTaskInstanceQuery::taskCategory)
                    .text("taskDeleteReason", HistoricTaskInstanceQuery::taskDeleteReason)
                    .text("taskDeleteReasonLike", HistoricTaskInstanceQuery::taskDeleteReasonLike)
                    .text("taskAssigneeLike", HistoricTaskInstanceQuery::taskAssigneeLike)
                    .text("taskOwnerLike", HistoricTaskInstanceQuery::taskOwnerLike)
                    .text("taskInvolvedUser", HistoricTaskInstanceQuery::taskInvolvedUser)
                    .text("taskCandidateGroup", HistoricTaskInstanceQuery::taskCandidateGroup)
                    .text("scopeDefinitionId", HistoricTaskInstanceQuery::scopeDefinitionId)
                    .text("scopeId", HistoricTaskInstanceQuery::scopeId)
                    .text("scopeType", HistoricTaskInstanceQuery::scopeType)
                    .text("propagatedStageInstanceId", HistoricTaskInstanceQuery::propagatedStageInstanceId)
                    .text("rootScopeId", HistoricTaskInstanceQuery::taskRootScopeId)
                    .text("parentScopeId", HistoricTaskInstanceQuery::taskParentScopeId)
                    .text("tenantIdLike", HistoricTaskInstanceQuery::taskTenantIdLike)
                    .texts("taskDefinitionKeys", HistoricTaskInstanceQuery::taskDefinitionKeys)
                    .texts("taskCategoryIn", HistoricTaskInstanceQuery::taskCategoryIn)
                    .texts("taskCategoryNotIn", HistoricTaskInstanceQuery::taskCategoryNotIn)
                    .integer("taskPriority", HistoricTaskInstanceQuery::taskPriority)
                    .integer("taskMinPriority", HistoricTaskInstanceQuery::taskMinPriority)
                    .integer("taskMaxPriority", HistoricTaskInstanceQuery::taskMaxPriority)
                    .date("dueDate", HistoricTaskInstanceQuery::taskDueDate)
                    .date("dueDateAfter", HistoricTaskInstanceQuery::taskDueAfter)
                    .date("dueDateBefore", HistoricTaskInstanceQuery::taskDueBefore)
                    .date("taskCreatedOn", HistoricTaskInstanceQuery::taskCreatedOn)
                    .date("taskCreatedBefore", HistoricTaskInstanceQuery::taskCreatedBefore)
                    .date("taskCreatedAfter", HistoricTaskInstanceQuery::taskCreatedAfter)
                    .date("taskCompletedOn", HistoricTaskInstanceQuery::taskCompletedOn)
                    .whenTrue("withoutProcessInstanceId", HistoricTaskInstanceQuery::withoutProcessInstanceId)
                    .whenTrue("taskWithoutCategory", HistoricTaskInstanceQuery::taskWithoutCategory)
                    .whenTrue("withoutDueDate", HistoricTaskInstanceQuery::withoutTaskDueDate)
                    .whenTrue("withoutDeleteReason", HistoricTaskInstanceQuery::taskWithoutDeleteReason)
                    .whenTrue("withoutScopeId", HistoricTaskInstanceQuery::withoutScopeId)
                    .whenTrue("ignoreTaskAssignee", HistoricTaskInstanceQuery::ignoreAssigneeValue)
                    .whenTrue("includeTaskLocalVariables", HistoricTaskInstanceQuery::includeTaskLocalVariables)
                    .either(
                            "processFinished",
                            HistoricTaskInstanceQuery::processFinished,
                            HistoricTaskInstanceQuery::processUnfinished)
                    .date("taskCompletedAfter", HistoricTaskInstanceQuery::taskCompletedAfter)
                    .date("taskCompletedBefore", HistoricTaskInstanceQuery::taskCompletedBefore)
                    .whenTrue("includeProcessVariables", HistoricTaskInstanceQuery::includeProcessVariables)
                    .either("finished", HistoricTaskInstanceQuery::finished, HistoricTaskInstanceQuery::unfinished),
            Map.ofEntries(
                    Map.entry("duration", HistoricTaskInstanceQueryProperty.DURATION),
                    Map.entry("endTime", HistoricTaskInstanceQueryProperty.END),
                    Map.entry("taskInstanceId", HistoricTaskInstanceQueryProperty.HISTORIC_TASK_INSTANCE_ID),
                    Map.entry("processDefinitionId", HistoricTaskInstanceQueryProperty.PROCESS_DEFINITION_ID),
                    Map.entry("processInstanceId", HistoricTaskInstanceQueryProperty.PROCESS_INSTANCE_ID),
                    Map.entry("start", HistoricTaskInstanceQueryProperty.START),
                    Map.entry("assignee", HistoricTaskInstanceQueryProperty.TASK_ASSIGNEE),
                    Map.entry("taskDefinitionKey", HistoricTaskInstanceQueryProperty.TASK_DEFINITION_KEY),
                    Map.entry("name", HistoricTaskInstanceQueryProperty.TASK_NAME),
                    Map.entry("priority", HistoricTaskInstanceQueryProperty.TASK_PRIORITY),
                    Map.entry("deleteReason", HistoricTaskInstanceQueryProperty.DELETE_REASON),
                    Map.entry("executionId", HistoricTaskInstanceQueryProperty.EXECUTION_ID),
                    Map.entry("description", HistoricTaskInstanceQueryProperty.TASK_DESCRIPTION),
                    Map.entry("dueDate", HistoricTaskInstanceQueryProperty.TASK_DUE_DATE),
                    Map.entry("owner", HistoricTaskInstanceQueryProperty.TASK_OWNER),
                    Map.entry("tenantId", HistoricTaskInstanceQueryProperty.TENANT_ID_),
                    Map.entry("startTime", HistoricTaskInstanceQueryProperty.START)),
            "taskInstanceId");

    private HistoricTaskListing() {}
}
