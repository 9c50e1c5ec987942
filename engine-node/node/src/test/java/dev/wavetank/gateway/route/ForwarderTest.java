package dev.wavetank.gateway.route;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static dev.wavetank.gateway.testing.TestCluster.ADMINISTRATOR;
import static dev.wavetank.gateway.testing.TestCluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwarderTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String TASKS = "/flowable-rest/service/runtime/tasks";
    private static final String INSTANCES = "/flowable-rest/service/runtime/process-instances";

    private final TestCluster cluster = new TestCluster();
    private FakeEngine one;
    private FakeEngine two;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        one = cluster.engine("engine-1");
        two = cluster.engine("engine-2");
        gateway = cluster.gateway("gateway-1");
        eventually("both engines are known", SOON, () -> {
            for (int call = 0; call < 2; call++) get(TASKS);
            return !one.received.isEmpty() && !two.received.isEmpty();
        });
        one.received.clear();
        two.received.clear();
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void answerCarriesTheEnginesNameAndNothingOfTheHop() throws Exception {
        HttpResponse<String> response = get(TASKS + "?size=1&name=a%20b");

        assertThat(response.statusCode()).isEqualTo(200);
        FakeEngine engine = one.received.isEmpty() ? two : one;
        assertThat(response.body()).isEqualTo("{\"by\":\"" + engine.name + "\"}");
        assertThat(response.headers().allValues("X-Wavetank-Node")).containsExactly(engine.name);
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(engine.received.getFirst().line()).isEqualTo("GET " + TASKS + "?size=1&name=a%20b HTTP/1.1");
        assertThat(engine.received.getFirst().header("X-Request-Id"))
                .containsExactly(response.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void callersCannotBringHeadersThatEnginesTrust() throws Exception {
        String key = createTenant("acme");
        cluster.send(request(gateway, TASKS, key)
                .header("X-Wavetank-User", "root")
                .header("X-Wavetank-Anything", "else")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("Cookie", "a=b")
                .header("TE", "trailers"));

        FakeEngine.Received received = received().getFirst();
        assertThat(received.header("X-Wavetank-Tenant")).containsExactly("acme");
        assertThat(received.header("Authorization")).containsExactly("Bearer " + TestCluster.CLUSTER_SECRET);
        assertThat(received.headers()).noneMatch(header -> header.contains(key));
        assertThat(Stream.of("X-Wavetank-User", "X-Wavetank-Anything", "X-Forwarded-For", "Cookie", "TE")
                        .flatMap(name -> received.header(name).stream()))
                .isEmpty();
    }

    @Test
    void engineThatRefusesTheConnectionIsPassedOverAndTheCallGoesOn() throws Exception {
        one.crash();
        // The connection that is still open breaks under one of these; reading is repeated, a start would not be.
        for (int call = 0; call < 4; call++) {
            assertThat(get(TASKS).statusCode()).isEqualTo(200);
        }

        eventually("a refused connection was passed over", SOON, () -> {
            HttpResponse<String> response = post(INSTANCES, "{}");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("X-Wavetank-Node")).contains("engine-2");
            return get("/metrics").body().contains("wavetank_gateway_repeated_total{reason=\"not-sent\"}");
        });
    }

    @Test
    void engineThatRefusesWith503IsPassedOver() throws Exception {
        one.manner = FakeEngine.Manner.REFUSES;

        for (int call = 0; call < 4; call++) {
            assertThat(post(INSTANCES, "{}").statusCode()).isEqualTo(200);
        }

        two.manner = FakeEngine.Manner.REFUSES;
        HttpResponse<String> refused = post(INSTANCES, "{}");
        assertThat(refused.statusCode()).isEqualTo(503);
    }

    @Test
    void readingIsRepeatedWhenTheEngineIsLostAndAStartIsNot() throws Exception {
        one.manner = FakeEngine.Manner.BREAKS_OFF;
        two.manner = FakeEngine.Manner.BREAKS_OFF;

        HttpResponse<String> start = post(INSTANCES, "{}");

        assertThat(start.statusCode()).isEqualTo(502);
        assertThat(start.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(start.body()).contains("urn:wavetank:outcome-unknown");
        assertThat(received()).hasSize(1);

        FakeEngine lost = one.received.isEmpty() ? two : one;
        FakeEngine other = lost == one ? two : one;
        other.manner = FakeEngine.Manner.ANSWERS;
        assertThat(get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void startWithAnIdempotencyKeyIsRepeatedWithTheSameKeyAndBody() throws Exception {
        one.manner = FakeEngine.Manner.BREAKS_OFF;

        for (int call = 0; call < 2; call++) {
            HttpResponse<String> response = cluster.send(request(gateway, INSTANCES, ADMINISTRATOR)
                    .header("Idempotency-Key", "k" + call)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"n\":" + call + "}")));
            assertThat(response.statusCode()).isEqualTo(200);
        }

        assertThat(one.received).hasSizeLessThanOrEqualTo(1);
        assertThat(two.received.stream().map(FakeEngine.Received::body))
                .containsExactlyInAnyOrder("{\"n\":0}", "{\"n\":1}");
        assertThat(two.received.stream().flatMap(call -> call.header("Idempotency-Key").stream()))
                .containsExactlyInAnyOrder("k0", "k1");
    }

    @Test
    void callAtAFrozenEngineIsRepeatedAsSoonAsTheEngineIsDeclaredDead() throws Exception {
        one.manner = FakeEngine.Manner.HANGS;
        two.manner = FakeEngine.Manner.HANGS;
        var answer = cluster.http.sendAsync(
                request(gateway, TASKS, ADMINISTRATOR).build(), HttpResponse.BodyHandlers.ofString());
        eventually("it hangs", SOON, () -> !received().isEmpty());
        FakeEngine frozen = one.received.isEmpty() ? two : one;
        FakeEngine other = frozen == one ? two : one;
        other.manner = FakeEngine.Manner.ANSWERS;

        cluster.database.update("update WT_NODE set EPOCH = EPOCH + 1, STATE = 'DEAD' where ID = ?", frozen.name);

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains(other.name);
    }

    @Test
    void largeAnswerOfAFrozenEngineEndsWhenTheEngineIsDeclaredDead() throws Exception {
        one.manner = FakeEngine.Manner.STALLS;
        two.manner = FakeEngine.Manner.STALLS;
        var answer = cluster.http.sendAsync(
                request(gateway, TASKS, ADMINISTRATOR).build(), HttpResponse.BodyHandlers.ofString());
        eventually("it runs", SOON, () -> !received().isEmpty() && running() == 1);
        String frozen = one.received.isEmpty() ? two.name : one.name;

        cluster.database.update("update WT_NODE set EPOCH = EPOCH + 1, STATE = 'DEAD' where ID = ?", frozen);

        eventually("the call is over", SOON, () -> running() == 0);
        assertThat(answer).failsWithin(SOON);
    }

    @Test
    void gatewayThatLeavesFinishesTheCallsAtWork() throws Exception {
        one.manner = FakeEngine.Manner.WAITS;
        two.manner = FakeEngine.Manner.WAITS;
        var answer = cluster.http.sendAsync(
                request(gateway, INSTANCES, ADMINISTRATOR)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        eventually("it is at work", SOON, () -> !received().isEmpty());

        Thread leaving = Thread.ofVirtual().start(gateway::close);
        eventually("it tells that it leaves", SOON, () -> get("/health/ready").statusCode() == 503);
        assertThat(get(INSTANCES).body()).contains("send the call to another");
        one.permits.release();
        two.permits.release();

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(leaving.join(SOON)).isTrue();
    }

    /// A header goes on as ASCII: two such keys would arrive as one.
    @Test
    void idempotencyKeyThatWouldNotArriveAsItIsIsRefused() throws Exception {
        assertThat(statusOfStart("schl\u00fcssel")).startsWith("HTTP/1.1 400 ");
        assertThat(received()).isEmpty();
        assertThat(statusOfStart("key")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void usersNameArrivesWhole() throws Exception {
        for (String user : List.of("ada+1@example.org", "j\u00fcrgen", "\u674e")) {
            String basic =
                    Base64.getEncoder().encodeToString((user + ":" + ADMINISTRATOR).getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> response =
                    cluster.send(request(gateway, TASKS, "").setHeader("Authorization", "Basic " + basic));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            String arrived = received().getLast().header("X-Wavetank-User").getFirst();
            assertThat(URLDecoder.decode(arrived.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .isEqualTo(user);
            one.received.clear();
            two.received.clear();
        }
    }

    private String statusOfStart(String key) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream()
                    .write(("POST " + INSTANCES + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ADMINISTRATOR
                                    + "\r\nIdempotency-Key: " + key + "\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
        }
    }

    private int running() throws Exception {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("wavetank_gateway_running "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    @Test
    void largeBodyIsStreamedAndOneBeyondTheLimitIsRefused() throws Exception {
        byte[] large = "x".repeat(3_000_000).getBytes();
        HttpResponse<String> response = cluster.send(
                request(gateway, INSTANCES, ADMINISTRATOR).POST(HttpRequest.BodyPublishers.ofByteArray(large)));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(received().getFirst().body()).hasSize(large.length);

        HttpResponse<String> tooLarge = cluster.send(request(gateway, INSTANCES, ADMINISTRATOR)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[17 * 1024 * 1024])));
        assertThat(tooLarge.statusCode()).isEqualTo(413);
    }

    @Test
    void pathThatTriesToLeaveTheServiceIsRefused() throws Exception {
        for (String path : List.of(
                "/flowable-rest/service/../../events",
                "/flowable-rest/service/%2e%2e/%2e%2e/events",
                "/flowable-rest/service/..%2f..%2fevents")) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(received()).isEmpty();
    }

    @Test
    void withoutAnyEngineTheCallerIsToldWhenToComeBack() throws Exception {
        one.crash();
        two.crash();

        HttpResponse<String> response = get(TASKS);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("urn:wavetank:no-engine");
    }

    @Test
    void drainingEngineGetsNothingNew() throws Exception {
        HttpResponse<String> accepted = cluster.send(request(gateway, "/cluster/nodes/engine-1/drain", ADMINISTRATOR)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(accepted.statusCode()).isEqualTo(202);
        eventually("the gateway knows", SOON, () -> get("/cluster/nodes").body().contains("DRAINING"));

        for (int call = 0; call < 5; call++) {
            assertThat(get(TASKS).headers().firstValue("X-Wavetank-Node")).contains("engine-2");
        }
        assertThat(cluster.send(request(gateway, "/cluster/nodes/nobody/drain", ADMINISTRATOR)
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    private List<FakeEngine.Received> received() {
        return Stream.concat(one.received.stream(), two.received.stream()).toList();
    }

    private String createTenant(String id) throws Exception {
        HttpResponse<String> created = cluster.send(request(gateway, "/cluster/tenants", ADMINISTRATOR)
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + id + "\"}")));
        return created.body().replaceAll(".*\"key\":\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return cluster.send(request(gateway, path, ADMINISTRATOR));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return cluster.send(request(gateway, path, ADMINISTRATOR).POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
