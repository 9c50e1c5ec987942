package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import java.util.HashSet;
import java.util.Map;
import org.flowable.engine.impl.ProcessInstanceQueryProperty;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.engine.runtime.ProcessInstanceQuery;

/// By what running instances are narrowed and sorted.
final class InstanceListing {
    private static final VariableConditions<ProcessInstanceQuery> VARIABLES = new VariableConditions<>(
            ProcessInstanceQuery::variableValueEquals,
            ProcessInstanceQuery::variableValueEquals,
            ProcessInstanceQuery::variableValueNotEquals,
            ProcessInstanceQuery::variableValueEqualsIgnoreCase,
            ProcessInstanceQuery::variableValueNotEqualsIgnoreCase,
            ProcessInstanceQuery::variableValueGreaterThan,
            ProcessInstanceQuery::variableValueGreaterThanOrEqual,
            ProcessInstanceQuery::variableValueLessThan,
            ProcessInstanceQuery::variableValueLessThanOrEqual,
            ProcessInstanceQuery::variableValueLike,
            ProcessInstanceQuery::variableValueLikeIgnoreCase);

    /// What a case calls says so. There are none, and the engine would ask a table that only their engine makes.
    static final String OF_A_CASE = "cmmn-1.1-to-bpmn-2.0-child-process";

    static final Listing<ProcessInstanceQuery, ProcessInstance> LISTING = new Listing<>(
            new TenantFilter<>(
                    ProcessInstanceQuery::processInstanceTenantId,
                    ProcessInstanceQuery::processInstanceWithoutTenantId),
            new Filters<ProcessInstanceQuery>()
                    .text("id", ProcessInstanceQuery::processInstanceId)
                    .text("processInstanceId", ProcessInstanceQuery::processInstanceId)
                    .text("name", ProcessInstanceQuery::processInstanceName)
                    .text("nameLike", ProcessInstanceQuery::processInstanceNameLike)
                    .text("nameLikeIgnoreCase", ProcessInstanceQuery::processInstanceNameLikeIgnoreCase)
                    .texts("processInstanceIds", (query, ids) -> query.processInstanceIds(new HashSet<>(ids)))
                    .texts("processDefinitionIds", (query, ids) -> query.processDefinitionIds(new HashSet<>(ids)))
                    .texts("processDefinitionKeys", (query, keys) -> query.processDefinitionKeys(new HashSet<>(keys)))
                    .text("processDefinitionNameLike", ProcessInstanceQuery::processDefinitionNameLike)
                    .text("processDefinitionKeyLike", ProcessInstanceQuery::processDefinitionKeyLike)
                    .text("processDefinitionCategoryLike", ProcessInstanceQuery::processDefinitionCategoryLike)
                    .integer("processDefinitionVersion", ProcessInstanceQuery::processDefinitionVersion)
                    .text("processDefinitionEngineVersion", ProcessInstanceQuery::processDefinitionEngineVersion)
                    .text("deploymentId", ProcessInstanceQuery::deploymentId)
                    .texts("deploymentIdIn", ProcessInstanceQuery::deploymentIdIn)
                    .text("rootScopeId", ProcessInstanceQuery::processInstanceRootScopeId)
                    .text("parentScopeId", ProcessInstanceQuery::processInstanceParentScopeId)
                    .text("callbackId", ProcessInstanceQuery::processInstanceCallbackId)
                    .text("callbackType", ProcessInstanceQuery::processInstanceCallbackType)
                    .text("businessKeyLikeIgnoreCase", ProcessInstanceQuery::processInstanceBusinessKeyLikeIgnoreCase)
                    .text("businessStatusLike", ProcessInstanceQuery::processInstanceBusinessStatusLike)
                    .text(
                            "businessStatusLikeIgnoreCase",
                            ProcessInstanceQuery::processInstanceBusinessStatusLikeIgnoreCase)
                    .text("processInstanceName", ProcessInstanceQuery::processInstanceName)
                    .text("processInstanceNameLike", ProcessInstanceQuery::processInstanceNameLike)
                    .text("processInstanceNameLikeIgnoreCase", ProcessInstanceQuery::processInstanceNameLikeIgnoreCase)
                    .text(
                            "processDefinitionNameLikeIgnoreCase",
                            ProcessInstanceQuery::processDefinitionNameLikeIgnoreCase)
                    .text(
                            "processDefinitionKeyLikeIgnoreCase",
                            ProcessInstanceQuery::processDefinitionKeyLikeIgnoreCase)
                    .text(
                            "processDefinitionCategoryLikeIgnoreCase",
                            ProcessInstanceQuery::processDefinitionCategoryLikeIgnoreCase)
                    .text("processBusinessKeyLike", ProcessInstanceQuery::processInstanceBusinessKeyLike)
                    .text(
                            "processBusinessKeyLikeIgnoreCase",
                            ProcessInstanceQuery::processInstanceBusinessKeyLikeIgnoreCase)
                    .text("processBusinessStatus", ProcessInstanceQuery::processInstanceBusinessStatus)
                    .text("processBusinessStatusLike", ProcessInstanceQuery::processInstanceBusinessStatusLike)
                    .text(
                            "processBusinessStatusLikeIgnoreCase",
                            ProcessInstanceQuery::processInstanceBusinessStatusLikeIgnoreCase)
                    .text("parentCaseInstanceId", (query, id) -> query.processInstanceCallbackType(OF_A_CASE))
                    .text("tenantIdLike", ProcessInstanceQuery::processInstanceTenantIdLike)
                    .text("tenantIdLikeIgnoreCase", ProcessInstanceQuery::processInstanceTenantIdLikeIgnoreCase)
                    .texts("activeActivityIds", (query, ids) -> query.activeActivityIds(new HashSet<>(ids)))
                    .texts(
                            "excludeProcessDefinitionKeys",
                            (query, keys) -> query.excludeProcessDefinitionKeys(new HashSet<>(keys)))
                    .texts("includeProcessVariablesNames", ProcessInstanceQuery::includeProcessVariables)
                    .json(Field.objects("variables"), VARIABLES::apply)
                    .text("processDefinitionKey", ProcessInstanceQuery::processDefinitionKey)
                    .text("processDefinitionId", ProcessInstanceQuery::processDefinitionId)
                    .text("processDefinitionName", ProcessInstanceQuery::processDefinitionName)
                    .text("processDefinitionCategory", ProcessInstanceQuery::processDefinitionCategory)
                    .text("processBusinessKey", ProcessInstanceQuery::processInstanceBusinessKey)
                    .text("businessKey", ProcessInstanceQuery::processInstanceBusinessKey)
                    .text("businessKeyLike", ProcessInstanceQuery::processInstanceBusinessKeyLike)
                    .text("businessStatus", ProcessInstanceQuery::processInstanceBusinessStatus)
                    .text("activeActivityId", ProcessInstanceQuery::activeActivityId)
                    .text("startedBy", ProcessInstanceQuery::startedBy)
                    .text("involvedUser", ProcessInstanceQuery::involvedUser)
                    .text("superProcessInstanceId", ProcessInstanceQuery::superProcessInstanceId)
                    .text("subProcessInstanceId", ProcessInstanceQuery::subProcessInstanceId)
                    .date("startedBefore", ProcessInstanceQuery::startedBefore)
                    .date("startedAfter", ProcessInstanceQuery::startedAfter)
                    .whenTrue("excludeSubprocesses", query -> query.excludeSubprocesses(true))
                    .whenTrue("includeProcessVariables", ProcessInstanceQuery::includeProcessVariables)
                    .either("suspended", ProcessInstanceQuery::suspended, ProcessInstanceQuery::active),
            Map.of(
                    "processDefinitionId", ProcessInstanceQueryProperty.PROCESS_DEFINITION_ID,
                    "processDefinitionKey", ProcessInstanceQueryProperty.PROCESS_DEFINITION_KEY,
                    "id", ProcessInstanceQueryProperty.PROCESS_INSTANCE_ID,
                    "startTime", ProcessInstanceQueryProperty.PROCESS_START_TIME,
                    "tenantId", ProcessInstanceQueryProperty.TENANT_ID,
                    "businessKey", ProcessInstanceQueryProperty.BUSINESS_KEY),
            "id");

    private InstanceListing() {}
}
