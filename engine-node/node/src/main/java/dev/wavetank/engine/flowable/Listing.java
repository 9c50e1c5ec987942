package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.TenantScope;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Filters;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.flowable.common.engine.api.query.Query;
import org.flowable.common.engine.api.query.QueryProperty;

/// A kind of list: by what it is narrowed and sorted, in Flowable's pages (`start`, `size`, `sort` and `order` in,
/// `data`, `total`, `start`, `sort`, `order` and `size` out). Only listed properties can be sorted by, so that no
/// name of a caller reaches the SQL.
///
/// @param tenant narrows to one tenant, or to none if the name is empty
record Listing<Q extends Query<Q, T>, T>(
        TenantFilter<Q> tenant, Filters<Q> filters, Map<String, ? extends QueryProperty> sortable, String sort) {
    private static final int DEFAULT_SIZE = 10;
    private static final int LARGEST = 10_000;

    /// What a call can say to the list.
    List<Field> fields() {
        return filters.fields(
                Field.text("tenantId"),
                Field.flag("withoutTenantId"),
                Field.integer("start"),
                Field.integer("size"),
                Field.oneOf("sort", new TreeSet<>(sortable.keySet()).toArray(String[]::new)),
                Field.oneOf("order", "asc", "desc"));
    }

    ObjectNode page(Q query, TenantScope scope, Parameters parameters, Function<T, ObjectNode> view) {
        tenant.narrow(query, scope);
        if (parameters.flag("withoutTenantId").orElse(false)) tenant.none().accept(query);
        filters.apply(query, parameters);
        int start = bounded(parameters, "start", 0, 0, Integer.MAX_VALUE - LARGEST);
        int size = bounded(parameters, "size", DEFAULT_SIZE, 0, LARGEST);
        String by = parameters.text("sort").orElse(sort);
        String order = parameters.text("order").orElse("asc");
        sort(query, by, order);
        List<T> found = size == 0 ? List.of() : query.listPage(start, size);
        // A page that is not full tells the total by itself and saves the count.
        boolean whole = found.size() < size && (start == 0 || !found.isEmpty());
        long total = whole ? start + found.size() : query.count();
        ArrayNode data = Json.mapper().createArrayNode();
        found.forEach(item -> data.add(view.apply(item)));
        return new JsonView()
                .put("data", data)
                .put("total", total)
                .put("start", start)
                .put("sort", by)
                .put("order", order)
                .put("size", found.size())
                .build();
    }

    private void sort(Q query, String by, String order) {
        QueryProperty property = sortable.get(by);
        if (property == null) {
            throw ProblemException.badRequest("sort must be one of " + new TreeSet<>(sortable.keySet()) + ".");
        }
        Q sorted = query.orderBy(property);
        switch (order) {
            case "asc" -> sorted.asc();
            case "desc" -> sorted.desc();
            default -> throw ProblemException.badRequest("order must be asc or desc.");
        }
    }

    private static int bounded(Parameters parameters, String name, int otherwise, int least, int most) {
        int value = parameters.integer(name).orElse(otherwise);
        if (value < least || value > most) {
            throw ProblemException.badRequest(name + " must be between " + least + " and " + most + ".");
        }
        return value;
    }
}
