package dev.wavetank.gateway.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.Authenticator;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;
import java.util.regex.Pattern;

/// `/cluster/tenants`, for the administrator: create (the answer shows the key, once), list, suspend, resume,
/// delete, and the keys.
public final class TenantResource {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int NAME_LIMIT = 255;

    private final Authenticator authenticator;
    private final TenantDirectory tenants;

    public TenantResource(Authenticator authenticator, TenantDirectory tenants) {
        this.authenticator = authenticator;
        this.tenants = tenants;
    }

    public void declare(Api api) {
        Api.Section section = api.section("Tenants", "/cluster/tenants");
        section.get("", "Lists the tenants").to(this::list);
        section.post("", "Creates a tenant; its key is shown once")
                .body(Field.text("id").must(), Field.text("name"))
                .answers(201, "application/json")
                .to(this::create);
        section.delete("/{id}", "Deletes a tenant").to((request, response) -> {
            administrator(request);
            tenants.delete(id(request));
            response.status(204).send();
        });
        section.post("/{id}/suspend", "Turns a tenant's calls away")
                .answers(204)
                .to((request, response) -> setState(request, response, Tenant.State.SUSPENDED));
        section.post("/{id}/resume", "Lets a tenant in again")
                .answers(204)
                .to((request, response) -> setState(request, response, Tenant.State.ACTIVE));
        section.post("/{id}/keys", "Adds a key; it is shown once")
                .answers(201, "application/json")
                .to((request, response) -> {
                    administrator(request);
                    Json.send(response, 201, Map.of("id", id(request), "key", tenants.addKey(id(request))));
                });
        section.delete("/{id}/keys", "Revokes all keys of a tenant").to((request, response) -> {
            administrator(request);
            tenants.revokeKeys(id(request));
            response.status(204).send();
        });
    }

    private void list(ServerRequest request, ServerResponse response) {
        administrator(request);
        Json.send(response, 200, tenants.list());
    }

    private void create(ServerRequest request, ServerResponse response) {
        administrator(request);
        ObjectNode body = Json.body(request);
        String id = text(body, "id", "");
        if (!NAME.matcher(id).matches()) {
            throw ProblemException.badRequest(
                    "Give the tenant an id of up to 64 letters, digits, dots, hyphens and underscores.");
        }
        String name = text(body, "name", id);
        if (name.length() > NAME_LIMIT) {
            throw ProblemException.badRequest("A tenant's name has at most " + NAME_LIMIT + " characters.");
        }
        Json.send(response, 201, Map.of("id", id, "name", name, "key", tenants.create(id, name)));
    }

    private void setState(ServerRequest request, ServerResponse response, Tenant.State state) {
        administrator(request);
        tenants.setState(id(request), state);
        response.status(204).send();
    }

    private void administrator(ServerRequest request) {
        authenticator.authenticate(request).requireAdministrator();
    }

    private static String id(ServerRequest request) {
        return request.path().pathParameters().get("id");
    }

    private static String text(ObjectNode body, String field, String otherwise) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw ProblemException.badRequest("The field '" + field + "' must be a text.");
        }
        return value.asText();
    }
}
