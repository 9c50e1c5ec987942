package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import java.util.HashSet;
import java.util.Map;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.history.HistoricProcessInstanceQuery;
import org.flowable.engine.impl.HistoricProcessInstanceQueryProperty;

/// By what finished and running instances are narrowed and sorted.
final class HistoricInstanceListing {
    private static final VariableConditions<HistoricProcessInstanceQuery> VARIABLES = new VariableConditions<>(
            HistoricProcessInstanceQuery::variableValueEquals,
            HistoricProcessInstanceQuery::variableValueEquals,
            HistoricProcessInstanceQuery::variableValueNotEquals,
            HistoricProcessInstanceQuery::variableValueEqualsIgnoreCase,
            HistoricProcessInstanceQuery::variableValueNotEqualsIgnoreCase,
            HistoricProcessInstanceQuery::variableValueGreaterThan,
            HistoricProcessInstanceQuery::variableValueGreaterThanOrEqual,
            HistoricProcessInstanceQuery::variableValueLessThan,
            HistoricProcessInstanceQuery::variableValueLessThanOrEqual,
            HistoricProcessInstanceQuery::variableValueLike,
            HistoricProcessInstanceQuery::variableValueLikeIgnoreCase);

    static final Listing<HistoricProcessInstanceQuery, HistoricProcessInstance> LISTING = new Listing<>(
            new TenantFilter<>(
                    HistoricProcessInstanceQuery::processInstanceTenantId,
                    HistoricProcessInstanceQuery::processInstanceWithoutTenantId),
            new Filters<HistoricProcessInstanceQuery>()
                    .text("processInstanceId", HistoricProcessInstanceQuery::processInstanceId)
                    .text("processDefinitionKey", HistoricProcessInstanceQuery::processDefinitionKey)
                    .text("processDefinitionId", HistoricProcessInstanceQuery::processDefinitionId)
                    .text("processDefinitionName", HistoricProcessInstanceQuery::processDefinitionName)
                    .text("businessKey", HistoricProcessInstanceQuery::processInstanceBusinessKey)
                    .text("processBusinessKey", HistoricProcessInstanceQuery::processInstanceBusinessKey)
                    .text("businessKeyLike", HistoricProcessInstanceQuery::processInstanceBusinessKeyLike)
                    .text("name", HistoricProcessInstanceQuery::processInstanceName)
                    .text("involvedUser", HistoricProcessInstanceQuery::involvedUser)
                    .text("superProcessInstanceId", HistoricProcessInstanceQuery::superProcessInstanceId)
                    .text("startedBy", HistoricProcessInstanceQuery::startedBy)
                    .texts("processInstanceIds", (query, ids) -> query.processInstanceIds(new HashSet<>(ids)))
                    .text("processInstanceName", HistoricProcessInstanceQuery::processInstanceName)
                    .text("processInstanceNameLike", HistoricProcessInstanceQuery::processInstanceNameLike)
                    .text(
                            "processInstanceNameLikeIgnoreCase",
                            HistoricProcessInstanceQuery::processInstanceNameLikeIgnoreCase)
                    .text("processDefinitionKeyLike", HistoricProcessInstanceQuery::processDefinitionKeyLike)
                    .text(
                            "processDefinitionKeyLikeIgnoreCase",
                            HistoricProcessInstanceQuery::processDefinitionKeyLikeIgnoreCase)
                    .text("processDefinitionNameLike", HistoricProcessInstanceQuery::processDefinitionNameLike)
                    .text(
                            "processDefinitionNameLikeIgnoreCase",
                            HistoricProcessInstanceQuery::processDefinitionNameLikeIgnoreCase)
                    .text("processDefinitionCategory", HistoricProcessInstanceQuery::processDefinitionCategory)
                    .text("processDefinitionCategoryLike", HistoricProcessInstanceQuery::processDefinitionCategoryLike)
                    .text(
                            "processDefinitionCategoryLikeIgnoreCase",
                            HistoricProcessInstanceQuery::processDefinitionCategoryLikeIgnoreCase)
                    .text("rootScopeId", HistoricProcessInstanceQuery::processInstanceRootScopeId)
                    .text("parentScopeId", HistoricProcessInstanceQuery::processInstanceParentScopeId)
                    .text("deploymentId", HistoricProcessInstanceQuery::deploymentId)
                    .text(
                            "businessKeyLikeIgnoreCase",
                            HistoricProcessInstanceQuery::processInstanceBusinessKeyLikeIgnoreCase)
                    .text("processBusinessKeyLike", HistoricProcessInstanceQuery::processInstanceBusinessKeyLike)
                    .text(
                            "processBusinessKeyLikeIgnoreCase",
                            HistoricProcessInstanceQuery::processInstanceBusinessKeyLikeIgnoreCase)
                    .text("businessStatus", HistoricProcessInstanceQuery::processInstanceBusinessStatus)
                    .text("businessStatusLike", HistoricProcessInstanceQuery::processInstanceBusinessStatusLike)
                    .text(
                            "businessStatusLikeIgnoreCase",
                            HistoricProcessInstanceQuery::processInstanceBusinessStatusLikeIgnoreCase)
                    .text("processBusinessStatus", HistoricProcessInstanceQuery::processInstanceBusinessStatus)
                    .text("processBusinessStatusLike", HistoricProcessInstanceQuery::processInstanceBusinessStatusLike)
                    .text(
                            "processBusinessStatusLikeIgnoreCase",
                            HistoricProcessInstanceQuery::processInstanceBusinessStatusLikeIgnoreCase)
                    .text("activeActivityId", HistoricProcessInstanceQuery::activeActivityId)
                    .text("callbackId", HistoricProcessInstanceQuery::processInstanceCallbackId)
                    .text("callbackType", HistoricProcessInstanceQuery::processInstanceCallbackType)
                    .text(
                            "parentCaseInstanceId",
                            (query, id) -> query.processInstanceCallbackType(InstanceListing.OF_A_CASE))
                    .text("tenantIdLike", HistoricProcessInstanceQuery::processInstanceTenantIdLike)
                    .text("tenantIdLikeIgnoreCase", HistoricProcessInstanceQuery::processInstanceTenantIdLikeIgnoreCase)
                    .integer("processDefinitionVersion", HistoricProcessInstanceQuery::processDefinitionVersion)
                    .texts("processDefinitionKeys", HistoricProcessInstanceQuery::processDefinitionKeyIn)
                    .texts("processDefinitionKeyIn", HistoricProcessInstanceQuery::processDefinitionKeyIn)
                    .texts("processDefinitionKeyNotIn", HistoricProcessInstanceQuery::processDefinitionKeyNotIn)
                    .texts("excludeProcessDefinitionKeys", HistoricProcessInstanceQuery::excludeProcessDefinitionKeys)
                    .texts("deploymentIdIn", HistoricProcessInstanceQuery::deploymentIdIn)
                    .texts("activeActivityIds", (query, ids) -> query.activeActivityIds(new HashSet<>(ids)))
                    .texts("includeProcessVariablesNames", HistoricProcessInstanceQuery::includeProcessVariables)
                    .json(Field.objects("variables"), VARIABLES::apply)
                    .whenTrue("withoutCallbackId", HistoricProcessInstanceQuery::withoutProcessInstanceCallbackId)
                    .date("finishedAfter", HistoricProcessInstanceQuery::finishedAfter)
                    .date("finishedBefore", HistoricProcessInstanceQuery::finishedBefore)
                    .date("startedAfter", HistoricProcessInstanceQuery::startedAfter)
                    .date("startedBefore", HistoricProcessInstanceQuery::startedBefore)
                    .whenTrue("excludeSubprocesses", query -> query.excludeSubprocesses(true))
                    .whenTrue("includeProcessVariables", HistoricProcessInstanceQuery::includeProcessVariables)
                    .either(
                            "finished",
                            HistoricProcessInstanceQuery::finished,
                            HistoricProcessInstanceQuery::unfinished),
            Map.of(
                    "processInstanceId", HistoricProcessInstanceQueryProperty.PROCESS_INSTANCE_ID_,
                    "processDefinitionId", HistoricProcessInstanceQueryProperty.PROCESS_DEFINITION_ID,
                    "businessKey", HistoricProcessInstanceQueryProperty.BUSINESS_KEY,
                    "startTime", HistoricProcessInstanceQueryProperty.START_TIME,
                    "endTime", HistoricProcessInstanceQueryProperty.END_TIME,
                    "duration", HistoricProcessInstanceQueryProperty.DURATION,
                    "tenantId", HistoricProcessInstanceQueryProperty.TENANT_ID),
            "processInstanceId");

    private HistoricInstanceListing() {}
}
