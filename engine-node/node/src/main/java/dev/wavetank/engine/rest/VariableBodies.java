package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.VariableValues;
import dev.wavetank.engine.web.Json;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads variables out of request bodies.
final class VariableBodies {
    private VariableBodies() {}

    static Map<String, Object> many(ServerRequest request) {
        byte[] bytes = Json.bytes(request);
        return VariableValues.read(Json.parse(bytes), "The body");
    }

    static Map<String, Object> one(ServerRequest request, String name) {
        ObjectNode variable = Json.body(request);
        variable.put("name", name);
        return VariableValues.read(Json.mapper().createArrayNode().add(variable), "The body");
    }

    static Map<String, Object> in(ObjectNode body) {
        @Nullable JsonNode variables = body.get("variables");
        return VariableValues.read(variables, "variables");
    }
}
