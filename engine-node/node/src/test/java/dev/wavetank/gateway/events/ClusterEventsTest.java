package dev.wavetank.gateway.events;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static dev.wavetank.gateway.testing.TestCluster.ADMINISTRATOR;
import static dev.wavetank.gateway.testing.TestCluster.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.api.EngineEvent;
import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.web.Json;
import dev.wavetank.gateway.Gateway;
import dev.wavetank.gateway.testing.FakeEngine;
import dev.wavetank.gateway.testing.TestCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterEventsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void streamMergesAllEnginesAndSurvivesTheLossOfOne() throws Exception {
        FakeEngine one = cluster.engine("engine-1");
        FakeEngine two = cluster.engine("engine-2");
        Gateway gateway = cluster.gateway("gateway-1");
        try (Reader reader = new Reader(gateway, ADMINISTRATOR, "")) {
            eventually("both engines are read", SOON, () -> one.hasReaders() && two.hasReaders());

            one.tell(event("engine-1", 1, "acme"));
            two.tell(event("engine-2", 1, "acme"));
            eventually(
                    "both are heard",
                    SOON,
                    () -> reader.from("engine-1", EventType.INSTANCE_STARTED) == 1
                            && reader.from("engine-2", EventType.INSTANCE_STARTED) == 1);

            one.crash();
            two.tell(event("engine-2", 2, "acme"));
            eventually("the survivor is heard", SOON, () -> reader.from("engine-2", EventType.INSTANCE_STARTED) == 2);
            cluster.database.update("update WT_NODE set LEASE_UNTIL = 0, STATE = 'LIVE' where ID = 'engine-1'");

            FakeEngine three = cluster.engine("engine-3");
            eventually("the new engine is read", SOON, three::hasReaders);
            three.tell(event("engine-3", 1, "acme"));
            eventually("the new engine is heard", SOON, () -> reader.from("engine-3", EventType.INSTANCE_STARTED) == 1);
            eventually("the joining is told", SOON, () -> reader.from("engine-3", EventType.NODE_JOINED) == 1);
            assertThat(reader.failed).isEmpty();
        }
    }

    @Test
    void tenantHearsItsOwnEventsAndTheClustersOnly() throws Exception {
        FakeEngine engine = cluster.engine("engine-1");
        Gateway gateway = cluster.gateway("gateway-1");
        String key = cluster.send(request(gateway, "/cluster/tenants", ADMINISTRATOR)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"acme\"}")))
                .body()
                .replaceAll(".*\"key\":\"([^\"]+)\".*", "$1");
        try (Reader reader = new Reader(gateway, key, "")) {
            eventually("the engine is read", SOON, engine::hasReaders);

            engine.tell(event("engine-1", 1, "rival"));
            engine.tell(event("engine-1", 2, ""));
            engine.tell(event("engine-1", 3, "acme"));

            eventually("its own is heard", SOON, () -> reader.from("engine-1", EventType.INSTANCE_STARTED) > 0);
            assertThat(reader.heard.stream()
                            .filter(event -> event.type() == EventType.INSTANCE_STARTED)
                            .map(EngineEvent::tenant))
                    .containsExactly("acme");
        }
    }

    @Test
    void readerThatChangesTheGatewayMissesNoFactOfTheCluster() throws Exception {
        cluster.engine("engine-1");
        cluster.engine("engine-2").close();
        Gateway other = cluster.gateway("gateway-2");

        try (Reader reader = new Reader(other, ADMINISTRATOR, "0")) {
            eventually(
                    "what happened before is told",
                    SOON,
                    () -> reader.from("engine-1", EventType.NODE_JOINED) == 1
                            && reader.from("engine-2", EventType.NODE_JOINED) == 1
                            && reader.from("engine-2", EventType.NODE_LEFT) == 1);
        }
    }

    private static String event(String node, long sequence, String tenant) {
        return new String(
                Json.bytes(new EngineEvent(
                        sequence,
                        Instant.EPOCH,
                        node,
                        1,
                        EventType.INSTANCE_STARTED,
                        tenant,
                        null,
                        null,
                        "pi",
                        null,
                        null,
                        null)),
                StandardCharsets.UTF_8);
    }

    private final class Reader implements AutoCloseable {
        final List<EngineEvent> heard = new CopyOnWriteArrayList<>();
        final List<IOException> failed = new CopyOnWriteArrayList<>();
        private final InputStream body;
        private volatile boolean closed;

        Reader(Gateway gateway, String key, String after) throws Exception {
            HttpRequest.Builder request = request(gateway, "/cluster/events", key);
            if (!after.isEmpty()) {
                request.header("Last-Event-ID", after);
            }
            HttpResponse<InputStream> response =
                    cluster.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            body = response.body();
            Thread.ofVirtual().start(this::read);
        }

        long from(String node, EventType type) {
            return heard.stream()
                    .filter(event -> event.node().equals(node) && event.type() == type)
                    .count();
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null) {
                    if (line.startsWith("data:")) {
                        heard.add(Json.mapper().readValue(line.substring(5), EngineEvent.class));
                    }
                    line = lines.readLine();
                }
            } catch (IOException broken) {
                if (!closed) failed.add(broken);
            }
        }

        @Override
        public void close() throws IOException {
            closed = true;
            body.close();
        }
    }
}
