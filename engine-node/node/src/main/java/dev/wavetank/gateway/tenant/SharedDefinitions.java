package dev.wavetank.gateway.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.Authenticator;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/// `/cluster/shared-definitions`, for the administrator: which tenants may run the processes that were deployed
/// for the owner `shared`. A tenant's own process of the same key goes first.
public final class SharedDefinitions {
    private static final String EVERY_TENANT = "*";
    private static final int LONGEST_KEY = 255;

    private final Authenticator authenticator;
    private final Tables tables;

    public SharedDefinitions(Authenticator authenticator, DataSource database) {
        this.authenticator = authenticator;
        this.tables = new Tables(database);
    }

    public void declare(Api api) {
        Api.Section section = api.section("Shared definitions", "/cluster/shared-definitions");
        section.get("", "Lists who may run which shared process").to(this::list);
        section.put("/{key}", "Says which tenants may run a shared process")
                .body(Field.texts("tenants").must())
                .to(this::set);
        section.delete("/{key}", "Takes a shared process from all tenants").to((request, response) -> {
            administrator(request);
            replace(key(request), Set.of());
            response.status(204).send();
        });
    }

    private void list(ServerRequest request, ServerResponse response) {
        administrator(request);
        Map<String, List<String>> tenants = new TreeMap<>();
        tables.query(connection -> Jdbc.list(
                        connection,
                        "select PROC_DEF_KEY, TENANT_ID from WT_SHARED_DEFINITION order by PROC_DEF_KEY, TENANT_ID",
                        row -> Map.entry(row.getString(1), row.getString(2))))
                .forEach(row -> tenants.computeIfAbsent(row.getKey(), key -> new ArrayList<>())
                        .add(row.getValue()));
        Json.send(
                response,
                200,
                tenants.entrySet().stream()
                        .map(entry -> Map.of("key", entry.getKey(), "tenants", entry.getValue()))
                        .toList());
    }

    private void set(ServerRequest request, ServerResponse response) {
        administrator(request);
        ObjectNode body = Json.body(request);
        Set<String> allowed = new LinkedHashSet<>();
        for (JsonNode tenant : body.path("tenants")) {
            allowed.add(tenant.asText());
        }
        if (allowed.isEmpty()) {
            throw ProblemException.badRequest("Name the tenants: {\"tenants\": [\"acme\", …]}, or [\"*\"] for all.");
        }
        replace(key(request), allowed);
        Json.send(response, 200, Map.of("key", key(request), "tenants", List.copyOf(allowed)));
    }

    private void replace(String key, Set<String> allowed) {
        int rows = tables.transaction(transaction -> {
            for (String tenant : allowed) {
                if (!tenant.equals(EVERY_TENANT)
                        && TenantTable.find(transaction, tenant).isEmpty()) {
                    throw TenantTable.unknown(tenant);
                }
            }
            int changed = Jdbc.update(transaction, "delete from WT_SHARED_DEFINITION where PROC_DEF_KEY = ?", key);
            for (String tenant : allowed) {
                changed += Jdbc.update(
                        transaction,
                        "insert into WT_SHARED_DEFINITION (PROC_DEF_KEY, TENANT_ID) values (?, ?)",
                        key,
                        tenant);
            }
            return changed;
        });
        if (rows == 0) throw ProblemException.notFound("No tenant may run a shared process '" + key + "'.");
    }

    private void administrator(ServerRequest request) {
        authenticator.authenticate(request).requireAdministrator();
    }

    private static String key(ServerRequest request) {
        String key = request.path().pathParameters().get("key");
        if (key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("A process key has at most " + LONGEST_KEY + " characters.");
        }
        return key;
    }
}
