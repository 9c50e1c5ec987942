package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.engine.impl.ProcessInstanceQueryProperty;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.engine.runtime.ProcessInstanceQuery;

/// By what running instances are narrowed and sorted.
final class InstanceListing {
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
