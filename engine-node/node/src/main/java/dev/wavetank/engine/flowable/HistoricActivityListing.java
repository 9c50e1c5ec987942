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
                    .either(
                            "finished",
                            HistoricActivityInstanceQuery::finished,
                            HistoricActivityInstanceQuery::unfinished),
            Map.of(
                    "activityId", HistoricActivityInstanceQueryProperty.ACTIVITY_ID,
                    "activityName", HistoricActivityInstanceQueryProperty.ACTIVITY_NAME,
                    "activityType", HistoricActivityInstanceQueryProperty.ACTIVITY_TYPE,
                    "duration", HistoricActivityInstanceQueryProperty.DURATION,
                    "endTime", HistoricActivityInstanceQueryProperty.END,
                    "executionId", HistoricActivityInstanceQueryProperty.EXECUTION_ID,
                    "activityInstanceId", HistoricActivityInstanceQueryProperty.HISTORIC_ACTIVITY_INSTANCE_ID,
                    "processDefinitionId", HistoricActivityInstanceQueryProperty.PROCESS_DEFINITION_ID,
                    "processInstanceId", HistoricActivityInstanceQueryProperty.PROCESS_INSTANCE_ID,
                    "startTime", HistoricActivityInstanceQueryProperty.START),
            "activityInstanceId");

    private HistoricActivityListing() {}
}
