package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.variable.api.history.HistoricVariableInstance;
import org.flowable.variable.api.history.HistoricVariableInstanceQuery;
import org.flowable.variable.service.impl.HistoricVariableInstanceQueryProperty;

/// By what variables of the past are narrowed and sorted. Their table knows no tenant: the instance's decides.
final class HistoricVariableListing {
    static final Listing<HistoricVariableInstanceQuery, HistoricVariableInstance> LISTING = new Listing<>(
            new TenantFilter<>((query, tenant) -> {}, query -> {}),
            new Filters<HistoricVariableInstanceQuery>()
                    .text("processInstanceId", HistoricVariableInstanceQuery::processInstanceId)
                    .text("taskId", HistoricVariableInstanceQuery::taskId)
                    .text("variableName", HistoricVariableInstanceQuery::variableName)
                    .text("variableNameLike", HistoricVariableInstanceQuery::variableNameLike)
                    .whenTrue("excludeTaskVariables", HistoricVariableInstanceQuery::excludeTaskVariables),
            Map.of(
                    "processInstanceId", HistoricVariableInstanceQueryProperty.PROCESS_INSTANCE_ID,
                    "variableName", HistoricVariableInstanceQueryProperty.VARIABLE_NAME),
            "variableName");

    private HistoricVariableListing() {}
}
