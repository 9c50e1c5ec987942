package dev.wavetank.gateway.tenant;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static dev.wavetank.gateway.testing.TestCluster.ADMINISTRATOR;
import static dev.wavetank.gateway.testing.TestCluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.engine.web.Json;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantsTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String TASKS = "/flowable-rest/service/runtime/tasks";
    private static final String TENANTS = "/cluster/tenants";

    private final TestCluster cluster = new TestCluster();
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        FakeEngine engine = cluster.engine("engine-1");
        gateway = cluster.gateway("gateway-1");
        eventually("the engine is known", SOON, () -> status("GET", TASKS, ADMINISTRATOR, "") == 200);
        engine.received.clear();
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void tenantsAreFoundByPartOfTheirNameInPages() throws Exception {
        for (String id : List.of("acme-1", "acme-2", "acme_3", "rival")) {
            create("{\"id\": \"" + id + "\", \"name\": \"" + (id.equals("rival") ? "Also Acme" : "x") + "\"}");
        }
        status("POST", TENANTS + "/acme-2/suspend", ADMINISTRATOR, "");

        assertThat(ids("?search=ACME")).containsExactly("acme-1", "acme-2", "acme_3", "rival");
        assertThat(ids("?search=e_3")).as("an underscore is an underscore").containsExactly("acme_3");
        assertThat(ids("?search=acme&start=1&size=2")).containsExactly("acme-2", "acme_3");
        assertThat(ids("?state=suspended")).containsExactly("acme-2");
        assertThat(json("GET", TENANTS + "?size=1", "").at("/total").asInt()).isEqualTo(4);
        assertThat(status("GET", TENANTS + "?size=0", ADMINISTRATOR, "")).isEqualTo(400);
        assertThat(status("GET", TENANTS + "?state=gone", ADMINISTRATOR, "")).isEqualTo(400);
    }

    @Test
    void policyIsKeptAndChangedAsAWholeAndNonsenseIsRefused() throws Exception {
        create("{\"id\": \"acme\", \"policy\": {\"instances\": 5, \"egress\": [\"*.example.com:443\"]}}");

        JsonNode acme = json("GET", TENANTS + "/acme", "");
        assertThat(acme.at("/policy/instances").asInt()).isEqualTo(5);
        assertThat(acme.at("/policy/egress/0").asText()).isEqualTo("*.example.com:443");
        assertThat(acme.at("/policy").size()).isEqualTo(2);

        JsonNode renamed = json("PUT", TENANTS + "/acme", "{\"name\": \"ACME Ltd\"}");
        assertThat(renamed.at("/policy/instances").asInt()).isEqualTo(5);
        JsonNode changed = json("PUT", TENANTS + "/acme", "{\"policy\": {\"historyDays\": 30}}");
        assertThat(changed.at("/name").asText()).isEqualTo("ACME Ltd");
        assertThat(changed.at("/policy").toString()).isEqualTo("{\"historyDays\":30}");

        for (String policy : List.of(
                "{\"instances\": -1}",
                "{\"requestsPerSecond\": 0}",
                "{\"instance\": 1}",
                "{\"scripts\": \"ALL\"}",
                "{\"egress\": [\"http://example.com/\"]}",
                "7")) {
            assertThat(status("PUT", TENANTS + "/acme", ADMINISTRATOR, "{\"policy\": " + policy + "}"))
                    .as(policy)
                    .isEqualTo(400);
        }
        assertThat(status("PUT", TENANTS + "/nobody", ADMINISTRATOR, "{}")).isEqualTo(404);
        assertThat(status("POST", TENANTS, ADMINISTRATOR, "{\"id\": \"shared\"}"))
                .isEqualTo(400);
    }

    @Test
    void ofEightEqualCreationsAtOnceOneSucceedsAndTheOthersAreTold() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<Integer> call = () -> status("POST", TENANTS, ADMINISTRATOR, "{\"id\": \"acme\"}");
                calls.add(eight.submit(call));
            }
            for (Future<Integer> call : calls) statuses.add(call.get());
        }

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void keysHaveLabelsAndAreRevokedOneByOne() throws Exception {
        String first = create("{\"id\": \"acme\", \"keyLabel\": \"the shop\"}");
        JsonNode added = json("POST", TENANTS + "/acme/keys", "{\"label\": \"the store\"}");
        String second = added.at("/key").asText();

        JsonNode keys = json("GET", TENANTS + "/acme/keys", "");
        assertThat(keys.findValuesAsText("label")).containsExactlyInAnyOrder("the shop", "the store");
        assertThat(keys.toString()).doesNotContain(first).doesNotContain(second);

        assertThat(status("DELETE", TENANTS + "/acme/keys/" + added.at("/keyId").asText(), ADMINISTRATOR, ""))
                .isEqualTo(204);
        assertThat(status("GET", TASKS, second, "")).isEqualTo(401);
        assertThat(status("GET", TASKS, first, "")).isEqualTo(200);
        assertThat(status("DELETE", TENANTS + "/acme/keys/0123456789abcdef", ADMINISTRATOR, ""))
                .isEqualTo(404);
    }

    @Test
    void rotatedKeyIsGoodForAsLongAsTheOverlapSays() throws Exception {
        String old = create("{\"id\": \"acme\", \"keyLabel\": \"the shop\"}");
        String id = json("GET", TENANTS + "/acme/keys", "").at("/0/id").asText();

        String fresh = json("POST", TENANTS + "/acme/keys/" + id + "/rotate", "{\"overlapSeconds\": 1}")
                .at("/key")
                .asText();

        assertThat(status("GET", TASKS, fresh, "")).isEqualTo(200);
        assertThat(json("GET", TENANTS + "/acme/keys", "").findValuesAsText("label"))
                .containsExactly("the shop", "the shop");
        eventually("the old key runs out", SOON, () -> status("GET", TASKS, old, "") == 401);
        assertThat(status("GET", TASKS, fresh, "")).isEqualTo(200);
        assertThat(status("POST", TENANTS + "/acme/keys/" + id + "/rotate", ADMINISTRATOR, "{\"overlapSeconds\": -1}"))
                .isEqualTo(400);
    }

    @Test
    void revokedKeyEndsItsEventStreamsAtOnceAndATenantHasSoManyOfThem() throws Exception {
        String key = create("{\"id\": \"acme\", \"policy\": {\"eventStreams\": 1}}");
        HttpResponse<InputStream> stream = cluster.http.send(
                request(gateway, "/cluster/events", key).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isNotNull();
            assertThat(status("GET", "/cluster/events", key, "")).isEqualTo(429);

            status("DELETE", TENANTS + "/acme/keys", ADMINISTRATOR, "");
            long revoked = System.nanoTime();
            while (lines.readLine() != null) {
                assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    @Test
    void tenantMayCallAsOftenAsItsPolicySays() throws Exception {
        String key = create("{\"id\": \"acme\", \"policy\": {\"requestsPerSecond\": 2}}");
        List<Integer> statuses = new ArrayList<>();
        for (int call = 0; call < 12; call++) statuses.add(status("GET", TASKS, key, ""));

        assertThat(statuses).contains(200, 429);
        HttpResponse<String> refused = null;
        for (int call = 0; refused == null || refused.statusCode() != 429; call++) {
            assertThat(call).isLessThan(50);
            refused = cluster.send(request(gateway, TASKS, key));
        }
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void tenantWithRunningInstancesIsDeletedOnlyWhenThatIsSaid() throws Exception {
        create("{\"id\": \"acme\"}");
        cluster.database.update("insert into ACT_RE_PROCDEF (ID_, REV_, KEY_, VERSION_, DERIVED_VERSION_)"
                + " values ('d', 1, 'k', 1, 0)");
        cluster.database.update("insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, PROC_DEF_ID_, TENANT_ID_)"
                + " values ('i', 1, 'i', 'd', 'acme')");

        HttpResponse<String> refused =
                cluster.send(request(gateway, TENANTS + "/acme", ADMINISTRATOR).DELETE());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("has 1 running instances", "?instances=terminate");
        assertThat(json("GET", TENANTS + "/acme", "").at("/state").asText()).isEqualTo("ACTIVE");
    }

    private String create(String body) throws Exception {
        return json("POST", TENANTS, body).at("/key").asText();
    }

    private List<String> ids(String query) throws Exception {
        return json("GET", TENANTS + query, "").at("/data").findValuesAsText("id");
    }

    private JsonNode json(String method, String path, String body) throws Exception {
        return Json.mapper().readTree(send(method, path, ADMINISTRATOR, body).body());
    }

    private int status(String method, String path, String key, String body) throws Exception {
        return send(method, path, key, body).statusCode();
    }

    private HttpResponse<String> send(String method, String path, String key, String body) throws Exception {
        return cluster.send(request(gateway, path, key)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
    }
}
