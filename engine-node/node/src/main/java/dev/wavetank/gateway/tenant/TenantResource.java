package dev.wavetank.gateway.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.policy.TenantPolicy;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.config.StrictJson;
import dev.wavetank.gateway.security.Authenticator;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// `/cluster/tenants`, for the administrator: create (the answer shows the key, once), list, change, suspend,
/// resume, delete.
public final class TenantResource {
    static final String BASE = "/cluster/tenants";
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final Authenticator authenticator;
    private final TenantTable tenants;
    private final TenantRemoval removal;

    public TenantResource(Authenticator authenticator, TenantTable tenants, TenantRemoval removal) {
        this.authenticator = authenticator;
        this.tenants = tenants;
        this.removal = removal;
    }

    public void declare(Api api) {
        Api.Section section = api.section("Tenants", BASE);
        section.get("", "Lists the tenants")
                .query(
                        Field.text("search"),
                        Field.oneOf("state", "active", "suspended", "deleting"),
                        Field.integer("start"),
                        Field.integer("size"))
                .to(this::list);
        section.post("", "Creates a tenant; its key is shown once")
                .body(Field.text("id").must(), Field.text("name"), Field.object("policy"), Field.text("keyLabel"))
                .answers(201, "application/json")
                .to(this::create);
        section.get("/{id}", "Reads a tenant").to(this::get);
        section.put("/{id}", "Changes a tenant's name and policy")
                .body(Field.text("name"), Field.object("policy"))
                .to(this::change);
        section.delete("/{id}", "Deletes a tenant and all it has")
                .query(Field.oneOf("instances", "refuse", "terminate"))
                .or(202)
                .to(this::delete);
        section.post("/{id}/suspend", "Turns a tenant's calls away")
                .answers(204)
                .to((request, response) -> setState(request, response, Tenant.State.SUSPENDED));
        section.post("/{id}/resume", "Lets a tenant in again")
                .answers(204)
                .to((request, response) -> setState(request, response, Tenant.State.ACTIVE));
    }

    private void list(ServerRequest request, ServerResponse response) {
        administrator(request);
        Parameters parameters = Parameters.ofQuery(request);
        int start = parameters.integer("start").orElse(0);
        int size = parameters.integer("size").orElse(PAGE);
        if (start < 0 || size < 1 || size > LARGEST_PAGE) {
            throw ProblemException.badRequest("start is at least 0, size between 1 and " + LARGEST_PAGE + ".");
        }
        String state = parameters.text("state").orElse("").toUpperCase(Locale.ROOT);
        if (!state.isEmpty()
                && Arrays.stream(Tenant.State.values())
                        .noneMatch(one -> one.name().equals(state))) {
            throw ProblemException.badRequest("state is active, suspended or deleting.");
        }
        Json.send(response, 200, tenants.page(parameters.text("search").orElse(""), state, start, size));
    }

    private void create(ServerRequest request, ServerResponse response) {
        administrator(request);
        ObjectNode body = Json.body(request);
        String id = text(body, "id", "");
        String name = text(body, "name", id);
        String label = KeyResource.label(body, "keyLabel");
        check(id, name);
        KeyTable.Created key = tenants.create(id, name, policy(body, TenantPolicy.DEFAULT), label);
        Json.send(response, 201, Map.of("id", id, "name", name, "key", key.key(), "keyId", key.id()));
    }

    private void get(ServerRequest request, ServerResponse response) {
        administrator(request);
        Json.send(response, 200, tenants.require(id(request)));
    }

    /// What the body does not name stays; a policy it names takes the place of the one before as a whole.
    private void change(ServerRequest request, ServerResponse response) {
        administrator(request);
        ObjectNode body = Json.body(request);
        Tenant before = tenants.require(id(request));
        String name = text(body, "name", before.name());
        check(before.id(), name);
        tenants.change(before.id(), name, policy(body, before.policy()));
        Json.send(response, 200, tenants.require(before.id()));
    }

    private void delete(ServerRequest request, ServerResponse response) throws InterruptedException {
        administrator(request);
        boolean terminate = Parameters.ofQuery(request)
                .text("instances")
                .map(value -> switch (value) {
                    case "terminate" -> true;
                    case "refuse" -> false;
                    default -> throw ProblemException.badRequest("instances is terminate or refuse.");
                })
                .orElse(false);
        response.status(removal.remove(id(request), terminate) ? 204 : 202).send();
    }

    private void setState(ServerRequest request, ServerResponse response, Tenant.State state) {
        administrator(request);
        tenants.setState(id(request), state);
        response.status(204).send();
    }

    private void administrator(ServerRequest request) {
        authenticator.authenticate(request).requireAdministrator();
    }

    private static TenantPolicy policy(ObjectNode body, TenantPolicy otherwise) {
        JsonNode policy = body.get("policy");
        return policy == null || policy.isNull() ? otherwise : StrictJson.read(policy, TenantPolicy.class);
    }

    private static void check(String id, String name) {
        try {
            Tenant.check(id, name);
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.badRequest(String.valueOf(wrong.getMessage()));
        }
    }

    static String id(ServerRequest request) {
        return request.path().pathParameters().get("id");
    }

    static String text(ObjectNode body, String field, String otherwise) {
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
