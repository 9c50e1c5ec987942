package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricActivityInstanceQuery;
import org.flowable.engine.impl.HistoricActivityInstanceQueryProperty;

/// By what activities that were passed or are are narrowed and sorted.
final class HistoricActivityListing {
    static final Listing<HistoricActivityInstanceQuery, HistoricActivityInstance> LISTING = new Listing<>(
            new TenantFilter<>(
                    HistoricActivityInstanceQuery::activityTenantId,
                    HistoricActivityInstanceQuery::activityWithoutTenantId),
            new Filters<HistoricActivityInstanceQuery>()
                    .text("activityId", HistoricActivityInstanceQuery::activityId)
                    .text("activityInstanceId", HistoricActivityInstanceQuery::activityInstanceId)
                    .text("activityName", HistoricActivityInstanceQuery::activityName)
                    .text("activityType", HistoricActivityInstanceQuery::activityType)
                    .text("executionId", HistoricActivityInstanceQuery::executionId)
                    .text("taskAssignee", HistoricActivityInstanceQuery::taskAssignee)
                    .text("processInstanceId", HistoricActivityInstanceQuery::processInstanceId)
                    .text("processDefinitionId", HistoricActivityInstanceQuery::processDefinitionId)
                    .text("tenantIdLike", HistoricActivityInstanceQuery::activityTenantIdLike)
                    .either(
                            "finished",
                            HistoricActivityInstanceQuery::finished,
                            HistoricActivityInstanceQuery::unfinished),
            Map.ofEntries(
                    Map.entry("activityId", HistoricActivityInstanceQueryProperty.ACTIVITY_ID),
                    Map.entry("activityName", HistoricActivityInstanceQueryProperty.ACTIVITY_NAME),
                    Map.entry("activityType", HistoricActivityInstanceQueryProperty.ACTIVITY_TYPE),
                    Map.entry("duration", HistoricActivityInstanceQueryProperty.DURATION),
                    Map.entry("endTime", HistoricActivityInstanceQueryProperty.END),
                    Map.entry("executionId", HistoricActivityInstanceQueryProperty.EXECUTION_ID),
                    Map.entry(
                            "activityInstanceId", HistoricActivityInstanceQueryProperty.HISTORIC_ACTIVITY_INSTANCE_ID),
                    Map.entry("processDefinitionId", HistoricActivityInstanceQueryProperty.PROCESS_DEFINITION_ID),
                    Map.entry("processInstanceId", HistoricActivityInstanceQueryProperty.PROCESS_INSTANCE_ID),
                    Map.entry("startTime", HistoricActivityInstanceQueryProperty.START),
                    Map.entry("tenantId", HistoricActivityInstanceQueryProperty.TENANT_ID)),
            "startTime");

    private HistoricActivityListing() {}
}
