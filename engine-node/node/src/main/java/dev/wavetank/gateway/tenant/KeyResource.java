package dev.wavetank.gateway.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.Authenticator;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Map;

/// `/cluster/tenants/{id}/keys`, for the administrator: list, add, rotate, revoke one or all.
public final class KeyResource {
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);
    private static final Duration OVERLAP = Duration.ofHours(1);
    private static final int LONGEST_LABEL = 255;

    private final Authenticator authenticator;
    private final KeyTable keys;

    public KeyResource(Authenticator authenticator, KeyTable keys) {
        this.authenticator = authenticator;
        this.keys = keys;
    }

    public void declare(Api api) {
        Api.Section section = api.section("Tenants", TenantResource.BASE);
        section.get("/{id}/keys", "Lists a tenant's keys").to((request, response) -> {
            administrator(request);
            Json.send(response, 200, keys.list(TenantResource.id(request)));
        });
        section.post("/{id}/keys", "Adds a key; it is shown once")
                .body(Field.text("label"))
                .answers(201, "application/json")
                .to((request, response) -> {
                    administrator(request);
                    String label = label(Json.body(request), "label");
                    told(request, response, keys.add(TenantResource.id(request), label));
                });
        section.delete("/{id}/keys", "Revokes all keys of a tenant").to((request, response) -> {
            administrator(request);
            keys.revokeAll(TenantResource.id(request));
            response.status(204).send();
        });
        section.post("/{id}/keys/{key}/rotate", "Gives a new key; the old one stays good for a while")
                .body(Field.integer("overlapSeconds"))
                .answers(201, "application/json")
                .to((request, response) -> {
                    administrator(request);
                    Duration overlap = overlap(Json.body(request));
                    told(request, response, keys.rotate(TenantResource.id(request), key(request), overlap));
                });
        section.delete("/{id}/keys/{key}", "Revokes a key").to((request, response) -> {
            administrator(request);
            keys.revoke(TenantResource.id(request), key(request));
            response.status(204).send();
        });
    }

    private static void told(ServerRequest request, ServerResponse response, KeyTable.Created created) {
        Json.send(response, 201, Map.of("id", TenantResource.id(request), "keyId", created.id(), "key", created.key()));
    }

    private void administrator(ServerRequest request) {
        authenticator.authenticate(request).requireAdministrator();
    }

    private static String key(ServerRequest request) {
        return request.path().pathParameters().get("key");
    }

    static String label(ObjectNode body, String field) {
        String label = TenantResource.text(body, field, "");
        if (label.length() > LONGEST_LABEL || label.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("A key's label has at most " + LONGEST_LABEL + " characters.");
        }
        return label;
    }

    /// How long the old key stays good.
    private static Duration overlap(ObjectNode body) {
        if (!body.has("overlapSeconds")) return OVERLAP;
        long seconds = body.get("overlapSeconds").isIntegralNumber()
                ? body.get("overlapSeconds").asLong()
                : -1;
        if (seconds < 0 || seconds > LONGEST_OVERLAP.toSeconds()) {
            throw ProblemException.badRequest(
                    "overlapSeconds is a number from 0 to " + LONGEST_OVERLAP.toSeconds() + ".");
        }
        return Duration.ofSeconds(seconds);
    }
}
