package dev.wavetank.gateway.events;

import dev.wavetank.engine.web.Api;
import dev.wavetank.gateway.security.Authenticator;
import dev.wavetank.gateway.security.Caller;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/// `GET /cluster/events`: the merged stream as server-sent events. A tenant's key sees the tenant's events and
/// the facts of the cluster, the administrator's sees all.
public final class EventResource {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");

    private final Authenticator authenticator;
    private final EventHub hub;
    private volatile boolean open = true;

    public EventResource(Authenticator authenticator, EventHub hub) {
        this.authenticator = authenticator;
        this.hub = hub;
    }

    public void declare(Api api) {
        api.section("Cluster", "/cluster")
                .get("/events", "Streams what happens in the cluster")
                .answers(200, "text/event-stream")
                .to(this::serve);
    }

    /// Ends all streams within a beat.
    public void close() {
        open = false;
    }

    private void serve(ServerRequest request, ServerResponse response) throws InterruptedException {
        Caller caller = authenticator.authenticate(request);
        long after = request.headers()
                .first(LAST_EVENT_ID)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
        Subscription subscription = hub.subscribe(caller, after);
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            sink.emit(SseEvent.builder().comment("events of the cluster").build());
            while (open && !subscription.overrun()) {
                Optional<StreamItem> item = subscription.next(BEAT);
                sink.emit(item.map(EventResource::event)
                        .orElseGet(() -> SseEvent.builder().comment("beat").build()));
            }
        } catch (UncheckedIOException readerLeft) {
            // the usual end of a stream
        } finally {
            hub.unsubscribe(subscription);
        }
    }

    private static SseEvent event(StreamItem item) {
        SseEvent.Builder event =
                SseEvent.builder().mediaType(MediaTypes.TEXT_PLAIN).data(item.json());
        return item.id().isEmpty() ? event.build() : event.id(item.id()).build();
    }
}
