package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Flowable's page over one of our tables.
///
/// @param sortable what a caller may sort by, and the column it stands for
record Page(String table, String columns, Map<String, String> sortable) {
    private static final int LARGEST = 10_000;

    /// What a call can say to the list.
    List<Field> fields(Filters<Where> filters) {
        return filters.fields(
                Field.text("tenantId"),
                Field.integer("start"),
                Field.integer("size"),
                Field.oneOf("sort", new TreeSet<>(sortable.keySet()).toArray(String[]::new)),
                Field.oneOf("order", "asc", "desc"));
    }

    ObjectNode of(Connection connection, Where where, Parameters parameters, Jdbc.Row<ObjectNode> row)
            throws SQLException {
        int start = bounded(parameters, "start", 0, Integer.MAX_VALUE - LARGEST);
        int size = bounded(parameters, "size", 10, LARGEST);
        String sort = parameters.text("sort").orElse("id");
        String column = sortable.get(sort);
        if (column == null) {
            throw ProblemException.badRequest("sort must be one of " + new TreeSet<>(sortable.keySet()) + ".");
        }
        String order = parameters.text("order").orElse("asc");
        if (!order.equals("asc") && !order.equals("desc")) {
            throw ProblemException.badRequest("order must be asc or desc.");
        }
        List<ObjectNode> found = Jdbc.list(
                connection,
                "SELECT " + columns + " FROM " + table + where.sql() + " ORDER BY " + column + " " + order
                        + ", ID, TENANT OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                row,
                where.values(start, size));
        ArrayNode data = Json.mapper().createArrayNode();
        data.addAll(found);
        return new JsonView()
                .put("data", data)
                .put("total", total(connection, where))
                .put("start", start)
                .put("sort", sort)
                .put("order", order)
                .put("size", found.size())
                .build();
    }

    private long total(Connection connection, Where where) throws SQLException {
        String count = "SELECT COUNT(*) FROM " + table + where.sql();
        return Jdbc.first(connection, count, row -> row.getLong(1), where.values())
                .orElseThrow();
    }

    private static int bounded(Parameters parameters, String name, int otherwise, int most) {
        int value = parameters.integer(name).orElse(otherwise);
        if (value < 0 || value > most) {
            throw ProblemException.badRequest(name + " must be between 0 and " + most + ".");
        }
        return value;
    }
}
