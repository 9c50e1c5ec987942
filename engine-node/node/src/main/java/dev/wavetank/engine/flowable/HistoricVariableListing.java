package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.Filters;
import java.util.Map;
import org.flowable.variable.api.history.HistoricVariableInstance;
import org.flowable.variable.service.impl.HistoricVariableInstanceQueryProperty;

/// By what variables of the past are narrowed and sorted.
final class HistoricVariableListing {
    static final Listing<HistoricRows<HistoricVariableInstance>, HistoricVariableInstance> LISTING = new Listing<>(
            HistoricRows.tenant(),
            new Filters<HistoricRows<HistoricVariableInstance>>()
                    .text("processInstanceId", (rows, id) -> rows.and("PROC_INST_ID_ = #{instance}", "instance", id))
                    .text("taskId", (rows, id) -> rows.and("TASK_ID_ = #{task}", "task", id))
                    .text("executionId", (rows, id) -> rows.and("EXECUTION_ID_ = #{execution}", "execution", id))
                    .text("variableName", (rows, name) -> rows.and("NAME_ = #{name}", "name", name))
                    .text("variableNameLike", (rows, name) -> rows.and("NAME_ LIKE #{like}", "like", name))
                    .whenTrue("excludeTaskVariables", rows -> rows.and("TASK_ID_ IS NULL"))
                    .whenTrue(
                            "excludeLocalVariables",
                            rows -> rows.and("TASK_ID_ IS NULL AND EXECUTION_ID_ = PROC_INST_ID_")),
            Map.of(
                    "processInstanceId", HistoricVariableInstanceQueryProperty.PROCESS_INSTANCE_ID,
                    "variableName", HistoricVariableInstanceQueryProperty.VARIABLE_NAME),
            "variableName");

    private HistoricVariableListing() {}
}
