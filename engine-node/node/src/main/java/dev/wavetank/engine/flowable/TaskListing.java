package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import java.util.Locale;
import java.util.Map;
import org.flowable.task.api.DelegationState;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;
import org.flowable.task.service.impl.TaskQueryProperty;

/// By what running tasks are narrowed and sorted.
final class TaskListing {
    static final Listing<TaskQuery, Task> LISTING = new Listing<>(
            new TenantFilter<>(TaskQuery::taskTenantId, TaskQuery::taskWithoutTenantId),
            new Filters<TaskQuery>()
                    .text("taskId", TaskQuery::taskId)
                    .text("tenantIdLike", TaskQuery::taskTenantIdLike)
                    .text("name", TaskQuery::taskName)
                    .text("nameLike", TaskQuery::taskNameLike)
                    .text("nameLikeIgnoreCase", TaskQuery::taskNameLikeIgnoreCase)
                    .text("description", TaskQuery::taskDescription)
                    .text("descriptionLike", TaskQuery::taskDescriptionLike)
                    .text("assignee", TaskQuery::taskAssignee)
                    .text("assigneeLike", TaskQuery::taskAssigneeLike)
                    .text("owner", TaskQuery::taskOwner)
                    .text("ownerLike", TaskQuery::taskOwnerLike)
                    .text("candidateUser", TaskQuery::taskCandidateUser)
                    .text("candidateGroup", TaskQuery::taskCandidateGroup)
                    .text("candidateOrAssigned", TaskQuery::taskCandidateOrAssigned)
                    .text("involvedUser", TaskQuery::taskInvolvedUser)
                    .text("processInstanceId", TaskQuery::processInstanceId)
                    .text("processInstanceBusinessKey", TaskQuery::processInstanceBusinessKey)
                    .text("processInstanceBusinessKeyLike", TaskQuery::processInstanceBusinessKeyLike)
                    .text("processDefinitionId", TaskQuery::processDefinitionId)
                    .text("processDefinitionKey", TaskQuery::processDefinitionKey)
                    .text("processDefinitionKeyLike", TaskQuery::processDefinitionKeyLike)
                    .text("processInstanceIdWithChildren", TaskQuery::processInstanceIdWithChildren)
                    .whenTrue("withoutProcessInstanceId", TaskQuery::withoutProcessInstanceId)
                    .text("processDefinitionNameLike", TaskQuery::processDefinitionNameLike)
                    .text("processDefinitionName", TaskQuery::processDefinitionName)
                    .text("executionId", TaskQuery::executionId)
                    .text("taskDefinitionKey", TaskQuery::taskDefinitionKey)
                    .text("taskDefinitionKeyLike", TaskQuery::taskDefinitionKeyLike)
                    .text("category", TaskQuery::taskCategory)
                    .texts("categoryIn", TaskQuery::taskCategoryIn)
                    .texts("categoryNotIn", TaskQuery::taskCategoryNotIn)
                    .whenTrue("withoutCategory", TaskQuery::taskWithoutCategory)
                    .text("scopeDefinitionId", TaskQuery::scopeDefinitionId)
                    .text("scopeId", TaskQuery::scopeId)
                    .whenTrue("withoutScopeId", TaskQuery::withoutScopeId)
                    .text("scopeType", TaskQuery::scopeType)
                    .text("propagatedStageInstanceId", TaskQuery::propagatedStageInstanceId)
                    .text("rootScopeId", TaskQuery::taskRootScopeId)
                    .text("parentScopeId", TaskQuery::taskParentScopeId)
                    .whenTrue("ignoreAssignee", TaskQuery::ignoreAssigneeValue)
                    .json(Field.objects("taskVariables"), TaskConditions.<TaskQuery>ofTask()::apply)
                    .json(Field.objects("processInstanceVariables"), TaskConditions.<TaskQuery>ofInstance()::apply)
                    .texts("candidateGroupIn", TaskQuery::taskCandidateGroupIn)
                    .texts("candidateGroups", TaskQuery::taskCandidateGroupIn)
                    .texts("taskDefinitionKeys", TaskQuery::taskDefinitionKeys)
                    .date("createdOn", TaskQuery::taskCreatedOn)
                    .date("createdBefore", TaskQuery::taskCreatedBefore)
                    .date("createdAfter", TaskQuery::taskCreatedAfter)
                    .date("dueDate", TaskQuery::taskDueDate)
                    .date("dueBefore", TaskQuery::taskDueBefore)
                    .date("dueAfter", TaskQuery::taskDueAfter)
                    .whenTrue("unassigned", TaskQuery::taskUnassigned)
                    .whenTrue("withoutDueDate", TaskQuery::withoutTaskDueDate)
                    .whenTrue("excludeSubTasks", TaskQuery::excludeSubtasks)
                    .whenTrue("includeTaskLocalVariables", TaskQuery::includeTaskLocalVariables)
                    .whenTrue("includeProcessVariables", TaskQuery::includeProcessVariables)
                    .integer("priority", TaskQuery::taskPriority)
                    .integer("minimumPriority", TaskQuery::taskMinPriority)
                    .integer("maximumPriority", TaskQuery::taskMaxPriority)
                    .either("active", TaskQuery::active, TaskQuery::suspended)
                    .choice(
                            "delegationState",
                            (query, state) ->
                                    query.taskDelegationState(DelegationState.valueOf(state.toUpperCase(Locale.ROOT))),
                            "pending",
                            "resolved"),
            Map.ofEntries(
                    Map.entry("id", TaskQueryProperty.TASK_ID),
                    Map.entry("name", TaskQueryProperty.NAME),
                    Map.entry("description", TaskQueryProperty.DESCRIPTION),
                    Map.entry("dueDate", TaskQueryProperty.DUE_DATE),
                    Map.entry("createTime", TaskQueryProperty.CREATE_TIME),
                    Map.entry("priority", TaskQueryProperty.PRIORITY),
                    Map.entry("executionId", TaskQueryProperty.EXECUTION_ID),
                    Map.entry("processInstanceId", TaskQueryProperty.PROCESS_INSTANCE_ID),
                    Map.entry("tenantId", TaskQueryProperty.TENANT_ID),
                    Map.entry("assignee", TaskQueryProperty.ASSIGNEE),
                    Map.entry("owner", TaskQueryProperty.OWNER)),
            "id");

    private TaskListing() {}
}
