package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.flowable.variable.service.impl.HistoricVariableInstanceQueryProperty;

/// By what variables, present and past, are narrowed and sorted.
final class VariableRows {
    private VariableRows() {}

    static <T> Listing<OwnedRows<T>, T> listing() {
        return new Listing<>(
                OwnedRows.tenant(),
                new Filters<OwnedRows<T>>()
                        .text("processInstanceId", (rows, id) -> rows.of("PROC_INST_ID_", id))
                        .text("taskId", (rows, id) -> rows.of("TASK_ID_", id))
                        .text("executionId", (rows, id) -> rows.of("EXECUTION_ID_", id))
                        .text("variableName", (rows, name) -> rows.equal("NAME_", name))
                        .text("variableNameLike", (rows, name) -> rows.like("NAME_", name))
                        .whenTrue("excludeTaskVariables", rows -> rows.and("TASK_ID_ IS NULL"))
                        .whenTrue(
                                "excludeLocalVariables",
                                rows -> rows.and("TASK_ID_ IS NULL AND EXECUTION_ID_ = PROC_INST_ID_"))
                        .json(Field.objects("variables"), VariableRows::values),
                Map.of(
                        "processInstanceId", HistoricVariableInstanceQueryProperty.PROCESS_INSTANCE_ID,
                        "variableName", HistoricVariableInstanceQueryProperty.VARIABLE_NAME),
                "variableName");
    }

    private static <T> void values(OwnedRows<T> rows, JsonNode conditions) {
        VariableConditions.<OwnedRows<T>>equality((query, name, value) -> equal(query.equal("NAME_", name), value))
                .apply(rows, conditions);
    }

    /// The engine keeps a value in the column of its kind, beside the name of its type.
    private static void equal(OwnedRows<?> rows, Object value) {
        switch (value) {
            case String text -> typed(rows, "string", "TEXT_", text);
            case UUID id -> typed(rows, "uuid", "TEXT_", id.toString());
            case Boolean flag -> typed(rows, "boolean", "LONG_", flag ? 1L : 0L);
            case Short number -> typed(rows, "short", "LONG_", number.longValue());
            case Integer number -> typed(rows, "integer", "LONG_", number.longValue());
            case Long number -> typed(rows, "long", "LONG_", number);
            case Date date -> typed(rows, "date", "LONG_", date.getTime());
            case Double number -> typed(rows, "double", "DOUBLE_", number);
            default -> throw ProblemException.badRequest("Variables of this type cannot be looked for by their value.");
        }
    }

    private static void typed(OwnedRows<?> rows, String type, String column, Object value) {
        rows.ofType(type).equal(column, value);
    }
}
