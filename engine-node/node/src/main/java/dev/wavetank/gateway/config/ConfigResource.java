package dev.wavetank.gateway.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.policy.ClusterConfig;
import dev.wavetank.engine.policy.ConfigTable;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.gateway.security.Authenticator;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.Map;

/// `/cluster/config`, for the administrator: the settings that hold, a change of those that are named, and what
/// held before.
public final class ConfigResource {
    private static final int PAGE = 50;

    private final Authenticator authenticator;
    private final LiveConfig config;

    public ConfigResource(Authenticator authenticator, LiveConfig config) {
        this.authenticator = authenticator;
        this.config = config;
    }

    public void declare(Api api) {
        Api.Section section = api.section("Settings", "/cluster/config");
        section.get("", "Reads the settings that hold").to((request, response) -> {
            authenticator.authenticate(request).requireAdministrator();
            Json.send(response, 200, config.version());
        });
        section.put("", "Changes the settings that are named; every gateway follows within two seconds")
                .body(Arrays.stream(ClusterConfig.class.getRecordComponents())
                        .map(setting -> Field.integer(setting.getName()))
                        .toList())
                .to(this::change);
        section.get("/history", "Lists the settings that held, the newest first")
                .query(Field.integer("start"), Field.integer("size"))
                .to(this::history);
    }

    private void change(ServerRequest request, ServerResponse response) {
        authenticator.authenticate(request).requireAdministrator();
        ObjectNode changes = Json.body(request);
        ConfigTable.Version held = config.history(0, 1).stream().findFirst().orElse(ConfigTable.Version.INITIAL);
        ObjectNode settings = Json.mapper().valueToTree(held.settings());
        settings.setAll(changes);
        Json.send(response, 200, config.change(held.version(), StrictJson.read(settings, ClusterConfig.class)));
    }

    private void history(ServerRequest request, ServerResponse response) {
        authenticator.authenticate(request).requireAdministrator();
        Parameters parameters = Parameters.ofQuery(request);
        int start = Math.max(0, parameters.integer("start").orElse(0));
        int size = Math.clamp(parameters.integer("size").orElse(PAGE), 1, 1000);
        Json.send(response, 200, Map.of("data", config.history(start, size), "start", start));
    }
}
