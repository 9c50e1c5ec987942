package dev.wavetank.cluster.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wavetank.cluster.api.ApiKey;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Tenant;
import dev.wavetank.cluster.api.TenantImport;
import dev.wavetank.cluster.api.TenantKey;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTenantAdminTest {
    private FakeGateway server;
    private HttpGateway gateway;

    @BeforeEach
    void start() throws Exception {
        server = new FakeGateway();
        gateway = new HttpGateway(HttpClient.newHttpClient(), List.of(server.uri()), "key");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void pageOfTenantsIsRead() throws Exception {
        server.answering(FakeGateway.json(200, """
                {"data": [{"id": "acme", "name": "ACME", "state": "ACTIVE", "createdAt": "2026-01-01T10:00:00Z"}],
                 "total": 7, "start": 0, "size": 1}"""));

        var page = gateway.tenantAdmin().list("ac me", 0, 1);

        assertThat(page.items())
                .containsExactly(new Tenant("acme", "ACME", "ACTIVE", Instant.parse("2026-01-01T10:00:00Z")));
        assertThat(page.total()).isEqualTo(7);
        assertThat(server.calls()).containsExactly("GET /cluster/tenants?search=ac+me&start=0&size=1");
    }

    @Test
    void deletionTellsWhetherAllIsGone() throws Exception {
        server.answering(FakeGateway.json(202, ""));
        assertThat(gateway.tenantAdmin().delete("acme", true)).isFalse();
        server.answering(FakeGateway.json(204, ""));
        assertThat(gateway.tenantAdmin().delete("acme", false)).isTrue();

        assertThat(server.calls())
                .containsExactly(
                        "DELETE /cluster/tenants/acme?instances=terminate",
                        "DELETE /cluster/tenants/acme?instances=refuse");
    }

    @Test
    void tenantWithRunningInstancesIsRefusedWithTheSentenceOfTheGateway() {
        server.answering(FakeGateway.json(409, "{\"detail\": \"The tenant 'acme' has 3 running instances.\"}"));

        ClusterException failure = catchThrowableOfType(
                ClusterException.class, () -> gateway.tenantAdmin().delete("acme", false));

        assertThat(failure).hasMessage("The tenant 'acme' has 3 running instances.");
    }

    @Test
    void importTellsWhatBecameOfTheFile() throws Exception {
        server.answering(FakeGateway.json(200, """
                {"rows": 3, "created": 1, "changed": 0, "unchanged": 1, "users": 2, "failed": 1,
                 "failures": [{"line": 4, "sentence": "No."}], "keys": [{"tenant": "acme", "key": "wt_1"}]}"""));

        assertThat(gateway.tenantAdmin().importTenants("x".getBytes(StandardCharsets.UTF_8), "text/csv", true))
                .isEqualTo(new TenantImport(
                        3,
                        1,
                        0,
                        1,
                        2,
                        1,
                        List.of(new TenantImport.Failure(4, "No.")),
                        List.of(new TenantKey("acme", "wt_1")),
                        ""));
        assertThat(server.calls()).containsExactly("POST /cluster/tenants/import?keys=true");
    }

    @Test
    void keysAreListedWithWhenTheyEnd() throws Exception {
        server.answering(FakeGateway.json(200, """
                [{"id": "a1", "label": "shop", "createdAt": "2026-01-01T10:00:00Z"},
                 {"id": "b2", "label": "", "createdAt": "2026-01-01T10:00:00Z", "expiresAt": "2026-01-02T10:00:00Z"}]"""));

        Instant made = Instant.parse("2026-01-01T10:00:00Z");
        assertThat(gateway.tenantAdmin().keys("acme"))
                .containsExactly(
                        new ApiKey("a1", "shop", made, Optional.empty()),
                        new ApiKey("b2", "", made, Optional.of(made.plusSeconds(86_400))));
    }
}
