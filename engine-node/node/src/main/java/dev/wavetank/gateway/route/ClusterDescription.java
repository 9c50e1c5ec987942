package dev.wavetank.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.OpenApi;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.registry.Registry;
import java.io.IOException;
import java.time.Duration;

/// What clients can call through a gateway: its own calls and those it forwards, which it asks an engine for.
public final class ClusterDescription {
    private static final String FORWARDED = "/flowable-rest/";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Api own;
    private final Registry registry;
    private final EngineClient client;

    public ClusterDescription(Api own, Registry registry, EngineClient client) {
        this.own = own;
        this.registry = registry;
        this.client = client;
    }

    /// @throws ProblemException 503 while no engine answers
    public ObjectNode document() {
        ObjectNode document = OpenApi.describe(own.endpoints());
        ObjectNode paths = document.withObjectProperty("paths");
        forwarded().properties().forEach(path -> {
            if (path.getKey().startsWith(FORWARDED)) paths.set(path.getKey(), path.getValue());
        });
        return document;
    }

    private JsonNode forwarded() {
        for (NodeStatus engine : registry.routable()) {
            try {
                EngineClient.Told answer = client.ask(
                        engine, client.request(engine, "/openapi.json", "").within(PATIENCE));
                if (answer.status() == 200) return Json.parse(answer.body()).path("paths");
            } catch (IOException away) {
                registry.avoid(engine);
            }
        }
        throw ProblemException.unavailable("no-engine", "No engine can describe its calls at present; try again soon.");
    }
}
