package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import io.helidon.webserver.http.Handler;
import java.util.List;
import java.util.function.BiFunction;

/// Flowable's lists: by `GET` with parameters, and by `POST` with the same names in a body.
final class Lists {
    private Lists() {}

    /// @param path  of the list
    /// @param query of its twin below `query`, for `POST`
    static void declare(
            Api.Section section,
            String path,
            String query,
            String summary,
            List<Field> fields,
            BiFunction<Caller, Parameters, ObjectNode> list) {
        section.get(path, summary).query(fields).to(get(list));
        section.post(query, summary + ", by a body").body(fields).to(post(list));
    }

    static Handler get(BiFunction<Caller, Parameters, ObjectNode> list) {
        return Call.json(call -> {
            Parameters parameters = call.query();
            return list.apply(call.caller(parameters), parameters);
        });
    }

    private static Handler post(BiFunction<Caller, Parameters, ObjectNode> list) {
        return Call.json(call -> {
            Parameters parameters = call.parameters(call.body());
            return list.apply(call.caller(parameters), parameters);
        });
    }
}
