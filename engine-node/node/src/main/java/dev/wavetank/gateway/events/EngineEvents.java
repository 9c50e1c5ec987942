package dev.wavetank.gateway.events;

import dev.wavetank.engine.api.EngineEvent;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.web.Json;
import dev.wavetank.gateway.route.EngineClient;
import dev.wavetank.gateway.wire.Answer;
import dev.wavetank.gateway.wire.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the event stream of one life of one engine, and opens it again where it broke off.
final class EngineEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineEvents.class);
    private static final Duration CONNECT_AGAIN = Duration.ofMillis(300);
    /// For the head of the answer, and between two events or beats.
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private static final String DATA = "data:";
    private static final String EVERY_TENANT = "*";

    private final NodeStatus engine;
    private final EngineClient client;
    private final Consumer<StreamItem> sink;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable InputStream open;
    private long lastSequence = -1;

    EngineEvents(NodeStatus engine, EngineClient client, Consumer<StreamItem> sink) {
        this.engine = engine;
        this.client = client;
        this.sink = sink;
    }

    /// Whether this reads the life of the engine that the view shows.
    boolean reads(NodeStatus seen) {
        return seen.id().equals(engine.id()) && seen.epoch() == engine.epoch();
    }

    void start() {
        Thread.ofVirtual().name("events-" + engine.id()).start(this::readUntilClosed);
    }

    @Override
    public void close() {
        closed.countDown();
        InputStream current = open;
        if (current != null) {
            try {
                current.close();
            } catch (IOException alreadyBroken) {
                LOG.debug("The stream of {} was broken", engine.id(), alreadyBroken);
            }
        }
    }

    private void readUntilClosed() {
        try {
            do {
                readOnce();
            } while (!closed.await(CONNECT_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOnce() {
        Request request = client.request(engine, "/events", EVERY_TENANT)
                .header("Accept", "text/event-stream")
                .within(ANSWER);
        if (lastSequence >= 0) {
            request.header("Last-Event-ID", Long.toString(lastSequence));
        }
        try {
            Answer answer = client.open(engine, request);
            try (InputStream body = answer.body()) {
                open = body;
                if (answer.status() == 200 && closed.getCount() > 0) {
                    read(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException brokeOff) {
            LOG.debug("The stream of {} broke off", engine.id(), brokeOff);
        } catch (RuntimeException bug) {
            LOG.error("The stream of {} could not be passed on", engine.id(), bug);
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null) {
            if (line.startsWith(DATA)) {
                String json = line.substring(DATA.length()).strip();
                EngineEvent event = Json.mapper().readValue(json, EngineEvent.class);
                lastSequence = event.sequence();
                sink.accept(new StreamItem("", false, event.tenant(), json));
            }
            line = lines.readLine();
        }
    }
}
