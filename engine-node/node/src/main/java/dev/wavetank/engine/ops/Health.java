package dev.wavetank.engine.ops;

import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// `GET /health/live` says that the process answers; `GET /health/ready` asks each check and answers 200 or 503
/// with their names. A check must answer within about a second.
public final class Health {
    private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();

    public Health(String name, BooleanSupplier check) {
        checks.put(name, check);
    }

    public Health and(String name, BooleanSupplier check) {
        checks.put(name, check);
        return this;
    }

    public void declare(Api api) {
        Api.Section section = api.section("Health", "/health");
        section.get("/live", "Says that the process answers")
                .to((request, response) -> Json.send(response, 200, Map.of("status", "up")));
        section.get("/ready", "Says whether calls may come").or(503).to((request, response) -> {
            Map<String, String> results = new LinkedHashMap<>();
            checks.forEach((name, check) -> results.put(name, check.getAsBoolean() ? "up" : "down"));
            boolean ready = !results.containsValue("down");
            Json.send(response, ready ? 200 : 503, Map.of("status", ready ? "up" : "down", "checks", results));
        });
    }
}
