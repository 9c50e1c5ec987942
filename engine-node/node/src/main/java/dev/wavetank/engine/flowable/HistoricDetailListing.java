package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.engine.history.HistoricDetail;
import org.flowable.engine.impl.HistoricDetailQueryProperty;

/// By what details of the past are narrowed and sorted.
final class HistoricDetailListing {
    static final Listing<OwnedRows<HistoricDetail>, HistoricDetail> LISTING = new Listing<>(
            OwnedRows.tenant(),
            new Filters<OwnedRows<HistoricDetail>>()
                    .text("id", (rows, id) -> rows.of("ID_", id))
                    .text("processInstanceId", (rows, id) -> rows.of("PROC_INST_ID_", id))
                    .text("executionId", (rows, id) -> rows.of("EXECUTION_ID_", id))
                    .text("activityInstanceId", (rows, id) -> rows.of("ACT_INST_ID_", id))
                    .text("taskId", (rows, id) -> rows.of("TASK_ID_", id))
                    .whenTrue("selectOnlyFormProperties", rows -> rows.and("TYPE_ = 'FormProperty'"))
                    .whenTrue("selectOnlyVariableUpdates", rows -> rows.and("TYPE_ = 'VariableUpdate'")),
            Map.of(
                    "processInstanceId", HistoricDetailQueryProperty.PROCESS_INSTANCE_ID,
                    "time", HistoricDetailQueryProperty.TIME,
                    "name", HistoricDetailQueryProperty.VARIABLE_NAME,
                    "revision", HistoricDetailQueryProperty.VARIABLE_REVISION,
                    "variableType", HistoricDetailQueryProperty.VARIABLE_TYPE),
            "processInstanceId");

    private HistoricDetailListing() {}
}
