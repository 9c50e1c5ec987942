package dev.wavetank.engine.events;

import dev.wavetank.engine.api.EngineEvent;
import dev.wavetank.engine.web.Json;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// `GET /events`: the ring as server-sent events. `Last-Event-ID` continues after an event, otherwise the stream
/// begins now. A comment each second keeps dead connections from going unnoticed.
public final class EventStream {
    private static final long BEAT_MILLIS = 1000;

    private final EventRing ring;
    private volatile boolean open = true;

    public EventStream(EventRing ring) {
        this.ring = ring;
    }

    public void serve(ServerRequest request, ServerResponse response) {
        long after = request.headers()
                .first(HeaderNames.create("Last-Event-ID"))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseGet(ring::last);
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            sink.emit(SseEvent.builder().comment("events of one node").build());
            while (open) {
                var events = ring.after(after, BEAT_MILLIS);
                if (events.isEmpty())
                    sink.emit(SseEvent.builder().comment("beat").build());
                for (EngineEvent event : events) {
                    sink.emit(SseEvent.builder()
                            .id(Long.toString(event.sequence()))
                            .mediaType(MediaTypes.TEXT_PLAIN)
                            .data(new String(Json.bytes(event), StandardCharsets.UTF_8))
                            .build());
                    after = event.sequence();
                }
            }
        } catch (UncheckedIOException readerLeft) {
            // the usual end of a stream
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends all streams within a beat.
    public void close() {
        open = false;
    }
}
