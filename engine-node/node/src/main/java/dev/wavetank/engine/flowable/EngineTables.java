package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flowable.common.engine.api.management.TableMetaData;
import org.flowable.common.engine.api.management.TablePage;
import org.flowable.common.engine.api.management.TablePageQuery;
import org.flowable.engine.ManagementService;
import org.jspecify.annotations.Nullable;

/// The engine's own tables, for administrators. The engine pastes the names of table and order column into its
/// SQL; here both must equal a name that the database's catalogue has, so no text of a caller gets there.
public final class EngineTables {
    private static final int LARGEST = 10_000;

    private final ManagementService management;

    EngineTables(ManagementService management) {
        this.management = management;
    }

    public ArrayNode list(Caller caller) {
        caller.scope().requireAdministrator();
        ArrayNode array = Json.mapper().createArrayNode();
        new TreeMap<>(management.getTableCount()).forEach((name, count) -> array.add(view(caller, name, count)));
        return array;
    }

    public ObjectNode get(Caller caller, String table) {
        caller.scope().requireAdministrator();
        return view(caller, table, require(table));
    }

    public ObjectNode columns(Caller caller, String table) {
        caller.scope().requireAdministrator();
        require(table);
        TableMetaData columns = management.getTableMetaData(table);
        return new JsonView()
                .put("tableName", columns.getTableName())
                .put("columnNames", Json.mapper().valueToTree(columns.getColumnNames()))
                .put("columnTypes", Json.mapper().valueToTree(columns.getColumnTypes()))
                .build();
    }

    public ObjectNode data(Caller caller, String table, Parameters parameters) {
        caller.scope().requireAdministrator();
        require(table);
        Optional<String> ascending = parameters.text("orderAscendingColumn");
        Optional<String> descending = parameters.text("orderDescendingColumn");
        if (ascending.isPresent() && descending.isPresent()) {
            throw ProblemException.badRequest(
                    "Only one of 'orderAscendingColumn' or 'orderDescendingColumn' can be supplied.");
        }
        TablePageQuery query = management.createTablePageQuery().tableName(table);
        ascending.map(column -> known(table, column)).ifPresent(query::orderAsc);
        descending.map(column -> known(table, column)).ifPresent(query::orderDesc);
        int start = parameters.integer("start").orElse(0);
        int size = parameters.integer("size").orElse(10);
        if (start < 0 || size < 0 || size > LARGEST) {
            throw ProblemException.badRequest("start is at least 0, size between 0 and " + LARGEST + ".");
        }
        TablePage page = query.listPage(start, size);
        ArrayNode rows = Json.mapper().createArrayNode();
        page.getRows().forEach(row -> rows.add(row(row)));
        return new JsonView()
                .put("data", rows)
                .put("total", page.getTotal())
                .put("start", page.getFirstResult())
                .put("sort", ascending.or(() -> descending).orElse(null))
                .put(
                        "order",
                        ascending
                                .map(column -> "asc")
                                .or(() -> descending.map(column -> "desc"))
                                .orElse(null))
                .put("size", rows.size())
                .build();
    }

    private long require(String table) {
        Long count = management.getTableCount().get(table);
        if (count == null) throw ProblemException.notFound("Could not find a table with name '" + table + "'.");
        return count;
    }

    private String known(String table, String column) {
        List<String> columns = management.getTableMetaData(table).getColumnNames();
        if (columns.contains(column)) return column;
        throw ProblemException.badRequest("The column must be one of " + new TreeSet<>(columns) + ".");
    }

    private static ObjectNode view(Caller caller, String name, long count) {
        return new JsonView()
                .put("name", name)
                .put("url", caller.link("/management/tables/", name))
                .put("count", count)
                .build();
    }

    private static ObjectNode row(Map<String, Object> row) {
        ObjectNode view = Json.object();
        row.forEach((column, value) -> view.set(column.toUpperCase(Locale.ROOT), value(value)));
        return view;
    }

    /// Large objects are left out: what they hold has its own resources.
    private static JsonNode value(@Nullable Object value) {
        return switch (value) {
            case Date date -> Json.mapper().getNodeFactory().textNode(JsonView.format(date));
            case String text -> Json.mapper().getNodeFactory().textNode(text);
            case Number number -> Json.mapper().valueToTree(number);
            case Boolean flag -> Json.mapper().getNodeFactory().booleanNode(flag);
            case null, default -> Json.mapper().nullNode();
        };
    }
}
