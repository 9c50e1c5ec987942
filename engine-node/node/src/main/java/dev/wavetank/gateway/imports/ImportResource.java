package dev.wavetank.gateway.imports;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.limits.Admission;
import dev.wavetank.gateway.limits.Priority;
import dev.wavetank.gateway.security.Authenticator;
import dev.wavetank.gateway.security.Caller;
import dev.wavetank.gateway.tenant.KeyTable;
import dev.wavetank.gateway.tenant.TenantTable;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// `POST /cluster/tenants/import`, for the administrator: a file of tenants and their users as `text/csv`,
/// `application/json` or `application/x-ndjson`. With `?keys=true` the answer has a key for each new tenant.
public final class ImportResource {
    private final Authenticator authenticator;
    private final Admission admission;
    private final TenantTable tenants;
    private final KeyTable keys;
    private final UserTables users;

    public ImportResource(
            Authenticator authenticator, Admission admission, TenantTable tenants, KeyTable keys, Dialect dialect) {
        this.authenticator = authenticator;
        this.admission = admission;
        this.tenants = tenants;
        this.keys = keys;
        this.users = new UserTables(dialect);
    }

    public void declare(Api api) {
        api.section("Tenants", "/cluster/tenants")
                .post("/import", "Takes in tenants and users from CSV, a JSON array, or JSON lines")
                .query(Field.flag("keys"))
                .array(Field.text("id").must(), Field.text("name"), Field.object("policy"), Field.objects("users"))
                .to(this::run);
    }

    private void run(ServerRequest request, ServerResponse response) throws IOException {
        Caller caller = authenticator.authenticate(request);
        caller.requireAdministrator();
        boolean withKeys = Parameters.ofQuery(request).flag("keys").orElse(false);
        if (!request.content().hasEntity()) throw ProblemException.badRequest("Send the file as the body.");
        try (Admission.Admitted admitted = admission.admit(caller, Priority.BULK);
                Reader body = new InputStreamReader(request.content().inputStream(), StandardCharsets.UTF_8)) {
            Json.send(response, 200, new TenantImport(tenants, keys, users, withKeys).run(rows(request, body)));
        }
    }

    private static Rows rows(ServerRequest request, Reader body) throws IOException {
        String type = request.headers()
                .first(HeaderNames.CONTENT_TYPE)
                .orElse("")
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/csv" -> new CsvRows(body);
            case "application/json", "application/x-ndjson" -> new JsonRows(body);
            default ->
                throw ProblemException.of(
                        415,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "Send text/csv, application/json or application/x-ndjson.");
        };
    }
}
