package dev.wavetank.cluster.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wavetank.cluster.api.EngineEventListener;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.engine.api.EngineEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the merged event stream for as long as someone listens, from whichever gateway gives it.
///
/// A stream that is silent for too long counts as lost: a frozen gateway keeps its connections open and never
/// says anything again. Gateways send a comment each second, so silence means something.
final class EventReader {
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);

    private final HttpClient http;
    private final Gateways gateways;
    private final EngineEventListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable InputStream> open = new AtomicReference<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private volatile long lastSign;
    private boolean broken;

    private EventReader(HttpClient http, Gateways gateways, EngineEventListener listener) {
        this.http = http;
        this.gateways = gateways;
        this.listener = listener;
    }

    static Subscription start(HttpClient http, Gateways gateways, EngineEventListener listener) {
        EventReader reader = new EventReader(http, gateways, listener);
        Thread.ofVirtual().name("engine-events").start(reader::run);
        Thread.ofVirtual().name("engine-events-watch").start(reader::watch);
        return () -> {
            reader.closed.countDown();
            reader.breakOff();
        };
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                URI gateway = gateways.inOrder().getFirst();
                String why = readFrom(gateway);
                if (closed.getCount() == 0) return;
                gateways.avoid(gateway);
                interrupted("The event stream of " + gateway + " " + why + "; going on with the next gateway.");
                if (closed.await(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads until the stream ends.
    ///
    /// @return why it ended, continuing a sentence
    private String readFrom(URI gateway) throws InterruptedException {
        try {
            HttpResponse<InputStream> response = http.send(
                    gateways.request(gateway, "/cluster/events")
                            .header("Accept", "text/event-stream")
                            .timeout(SILENCE)
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) return "was refused with status " + response.statusCode();
                lastSign = System.nanoTime();
                open.set(body);
                if (closed.getCount() == 0) return "was closed";
                restored();
                SseParser.read(body, () -> lastSign = System.nanoTime(), this::heard);
                return "ended";
            } finally {
                open.set(null);
            }
        } catch (IOException e) {
            return "broke";
        }
    }

    private void heard(String data) {
        try {
            EngineEvent event = Json.MAPPER.readValue(data, EngineEvent.class);
            Long before = sequences.put(event.node(), event.sequence());
            if (before != null && event.sequence() > before + 1) {
                interrupted("Events of " + event.node() + " were missed.");
                restored();
            }
            listener.event(event);
        } catch (JsonProcessingException e) {
            LOG.debug("An event was not understood: {}", data, e);
        } catch (RuntimeException e) {
            LOG.error("A listener of engine events failed on {}", data, e);
        }
    }

    private void interrupted(String sentence) {
        if (broken) return;
        broken = true;
        listener.interrupted(sentence);
    }

    private void restored() {
        if (!broken) return;
        broken = false;
        listener.restored();
    }

    private void watch() {
        try {
            while (!closed.await(500, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - lastSign > SILENCE.toNanos()) breakOff();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void breakOff() {
        InputStream stream = open.getAndSet(null);
        if (stream == null) return;
        try {
            stream.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("The event stream was broken already", alreadyBroken);
        }
    }
}
