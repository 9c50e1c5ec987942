package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.engine.history.HistoricDetail;
import org.flowable.engine.impl.HistoricDetailQueryProperty;

/// By what details of the past are narrowed and sorted.
final class HistoricDetailListing {
    static final Listing<HistoricRows<HistoricDetail>, HistoricDetail> LISTING = new Listing<>(
            HistoricRows.tenant(),
            new Filters<HistoricRows<HistoricDetail>>()
                    .text("id", (rows, id) -> rows.and("ID_ = #{id}", "id", id))
                    .text("processInstanceId", (rows, id) -> rows.and("PROC_INST_ID_ = #{instance}", "instance", id))
                    .text("executionId", (rows, id) -> rows.and("EXECUTION_ID_ = #{execution}", "execution", id))
                    .text("activityInstanceId", (rows, id) -> rows.and("ACT_INST_ID_ = #{activity}", "activity", id))
                    .text("taskId", (rows, id) -> rows.and("TASK_ID_ = #{task}", "task", id))
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
