package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// The rows of one call by their ids, each a JSON object; an id alone stands for an object that has nothing else.
///
/// @param total how many rows the call brought, the refused ones included
record SyncRows(int total, Map<String, Row> byId) {
    static final int MOST = 10_000;
    private static final int IDS_IN_ONE_QUERY = 500;

    /// @param index where the row stands in the call
    record Row(int index, ObjectNode body) {}

    static SyncRows read(JsonNode body, SyncReport report) {
        if (!body.isArray()) throw ProblemException.badRequest("A JSON array is expected.");
        if (body.size() > MOST) {
            throw ProblemException.of(
                    413, "too-large", "Too large", "One call takes at most " + MOST + " rows: send several.");
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        for (int index = 0; index < body.size(); index++) {
            JsonNode item = body.get(index);
            ObjectNode row = item.isTextual() ? Json.object().set("id", item) : null;
            String shown = item.isTextual() ? item.asText() : item.path("id").asText("");
            try {
                if (row == null) row = Json.asObject(item);
                String id = Fields.id(row);
                if (rows.putIfAbsent(id, new Row(index, row)) != null) {
                    throw ProblemException.badRequest("The id stands twice in one call; the first row counts.");
                }
            } catch (ProblemException wrong) {
                report.refused(index, shown.length() > 255 ? shown.substring(0, 255) : shown, wrong);
            }
        }
        return new SyncRows(body.size(), rows);
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /// Hands over each row; one that is refused is reported.
    void each(SyncReport report, BiConsumer<String, ObjectNode> use) {
        byId.forEach((id, row) -> {
            try {
                use.accept(id, row.body());
            } catch (ProblemException wrong) {
                report.refused(row.index(), id, wrong);
            }
        });
    }

    /// Reads what is there of the ids, a few hundred with each query.
    ///
    /// @param sql ends before `IN`
    static <T> List<T> load(Connection connection, String sql, String tenant, List<String> ids, Jdbc.Row<T> row)
            throws SQLException {
        List<T> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_IN_ONE_QUERY) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_IN_ONE_QUERY));
            List<Object> arguments = new ArrayList<>();
            arguments.add(tenant);
            arguments.addAll(some);
            String in = " IN (" + String.join(", ", Collections.nCopies(some.size(), "?")) + ")";
            found.addAll(Jdbc.list(connection, sql + in, row, arguments.toArray()));
        }
        return found;
    }
}
