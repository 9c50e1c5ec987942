package dev.wavetank.gateway.security;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static dev.wavetank.gateway.testing.TestCluster.ADMINISTRATOR;
import static dev.wavetank.gateway.testing.TestCluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.web.Json;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String TASKS = "/flowable-rest/service/runtime/tasks";

    private final TestCluster cluster = new TestCluster();
    private FakeEngine engine;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        engine = cluster.engine("engine-1");
        gateway = cluster.gateway("gateway-1");
        eventually("the engine is known", SOON, () -> get(TASKS, ADMINISTRATOR).statusCode() == 200);
        engine.received.clear();
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void nothingButHealthIsOpenWithoutAKey() throws Exception {
        for (String path : List.of(
                TASKS,
                "/cluster/nodes",
                "/cluster/events",
                "/cluster/counts?processDefinitionKey=a",
                "/cluster/ledger?processDefinitionKey=a",
                "/cluster/tenants")) {
            URI uri = URI.create("http://127.0.0.1:" + gateway.port() + path);
            assertThat(cluster.send(HttpRequest.newBuilder(uri)).statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(get(path, "wrong").statusCode()).as(path).isEqualTo(401);
            assertThat(get(path, TestCluster.CLUSTER_SECRET).statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(get(path, "").statusCode()).as(path).isEqualTo(401);
        }
        assertThat(get("/health/ready", "wrong").statusCode()).isEqualTo(200);
        assertThat(engine.received).isEmpty();
    }

    @Test
    void answersAreNotKeptGuessedAtOrFramed() throws Exception {
        for (String path : List.of(TASKS, "/docs", "/cluster/nodes", "/nothing")) {
            HttpResponse<String> answer = get(path, ADMINISTRATOR);
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
        }
        assertThat(get("/docs", ADMINISTRATOR).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").contains("frame-ancestors 'none'"));
    }

    @Test
    void administratorActsForAllOrForTheTenantItNames() throws Exception {
        get(TASKS, ADMINISTRATOR);
        cluster.send(request(gateway, TASKS, ADMINISTRATOR).header("X-Wavetank-Tenant", "acme"));

        assertThat(engine.received.stream().map(call -> call.header("X-Wavetank-Tenant")))
                .containsExactly(List.of("*"), List.of("acme"));
    }

    @Test
    void tenantsKeyIsForThatTenantWhateverTheCallSays() throws Exception {
        String acme = create("acme");
        create("rival");

        assertThat(get(TASKS, acme).statusCode()).isEqualTo(200);
        assertThat(get(TASKS + "?tenantId=acme", acme).statusCode()).isEqualTo(200);
        assertThat(get(TASKS + "?tenantId=rival", acme).statusCode()).isEqualTo(403);
        assertThat(get("/cluster/ledger?tenant=rival", acme).statusCode()).isEqualTo(403);
        assertThat(get("/cluster/counts?tenantId=rival", acme).statusCode()).isEqualTo(403);
        assertThat(cluster.send(request(gateway, TASKS, acme).header("X-Wavetank-Tenant", "rival"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(cluster.send(request(gateway, TASKS, acme).header("X-Wavetank-Tenant", "*"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(engine.received)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.header("X-Wavetank-Tenant")).containsExactly("acme"));
    }

    @Test
    void basicPasswordIsTheKeyAndItsNameTheActingUser() throws Exception {
        String acme = create("acme");
        String credentials = Base64.getEncoder().encodeToString(("kermit:" + acme).getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> response =
                cluster.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + TASKS))
                        .header("Authorization", "Basic " + credentials));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(engine.received.getFirst().header("X-Wavetank-User")).containsExactly("kermit");
        assertThat(engine.received.getFirst().header("X-Wavetank-Tenant")).containsExactly("acme");
    }

    @Test
    void administrationIsTheAdministratorsAlone() throws Exception {
        String acme = create("acme");

        assertThat(get("/cluster/tenants", acme).statusCode()).isEqualTo(403);
        assertThat(post("/cluster/tenants", acme, "{\"id\":\"more\"}").statusCode())
                .isEqualTo(403);
        assertThat(post("/cluster/tenants/acme/keys", acme, "").statusCode()).isEqualTo(403);
        assertThat(post("/cluster/tenants/acme/suspend", acme, "").statusCode()).isEqualTo(403);
        assertThat(delete("/cluster/tenants/acme", acme).statusCode()).isEqualTo(403);
        assertThat(post("/cluster/nodes/engine-1/drain", acme, "").statusCode()).isEqualTo(403);
    }

    @Test
    void keyIsShownOnceAndKeptOnlyAsAHash() throws Exception {
        String key = create("acme");

        assertThat(key).startsWith("wt_").hasSizeGreaterThan(40);
        assertThat(cluster.database.strings("select HASH from WT_API_KEY")).containsExactly(ApiKey.hash(key));
        assertThat(get("/cluster/tenants", ADMINISTRATOR).body())
                .contains("acme")
                .doesNotContain(key);
    }

    @Test
    void suspensionRevocationAndDeletionShutTheDoor() throws Exception {
        String acme = create("acme");
        assertThat(get(TASKS, acme).statusCode()).isEqualTo(200);

        assertThat(post("/cluster/tenants/acme/suspend", ADMINISTRATOR, "").statusCode())
                .isEqualTo(204);
        assertThat(get(TASKS, acme).statusCode()).isEqualTo(403);
        assertThat(post("/cluster/tenants/acme/resume", ADMINISTRATOR, "").statusCode())
                .isEqualTo(204);
        assertThat(get(TASKS, acme).statusCode()).isEqualTo(200);

        assertThat(delete("/cluster/tenants/acme/keys", ADMINISTRATOR).statusCode())
                .isEqualTo(204);
        assertThat(get(TASKS, acme).statusCode()).isEqualTo(401);
        String second =
                key(post("/cluster/tenants/acme/keys", ADMINISTRATOR, "").body());
        assertThat(get(TASKS, second).statusCode()).isEqualTo(200);

        assertThat(delete("/cluster/tenants/acme", ADMINISTRATOR).statusCode()).isEqualTo(204);
        assertThat(get(TASKS, second).statusCode()).isEqualTo(401);
        assertThat(delete("/cluster/tenants/acme", ADMINISTRATOR).statusCode()).isEqualTo(404);
    }

    @Test
    void badTenantsAreRefused() throws Exception {
        create("acme");

        assertThat(post("/cluster/tenants", ADMINISTRATOR, "{\"id\":\"acme\"}").statusCode())
                .isEqualTo(409);
        for (String body : List.of("", "[]", "{", "{\"id\":7}", "{\"id\":\"a b\"}", "{\"id\":\"*\"}")) {
            HttpResponse<String> refused = post("/cluster/tenants", ADMINISTRATOR, body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    private String create(String id) throws Exception {
        return key(post("/cluster/tenants", ADMINISTRATOR, "{\"id\":\"" + id + "\"}")
                .body());
    }

    private static String key(String body) throws Exception {
        return Json.mapper().readTree(body).get("key").asText();
    }

    private HttpResponse<String> get(String path, String key) throws Exception {
        return cluster.send(request(gateway, path, key));
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        return cluster.send(request(gateway, path, key).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> delete(String path, String key) throws Exception {
        return cluster.send(request(gateway, path, key).DELETE());
    }
}
