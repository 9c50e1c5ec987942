package dev.wavetank.gateway.events;

import dev.wavetank.engine.policy.Allowance;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.ProblemException;
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
import java.util.function.Function;

/// `GET /cluster/events`: the merged stream as server-sent events. A tenant's key sees the tenant's events and
/// the facts of the cluster, the administrator's sees all. A stream ends when its key is revoked, its token runs out
/// or its tenant is suspended: at once at the gateway where that is done, within three seconds at the others.
public final class EventResource implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);
    /// A key that was revoked at another gateway, or a token that runs out, is noticed this late at most.
    private static final Duration CHECK = Duration.ofSeconds(2);

    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");

    private final Authenticator authenticator;
    private final EventHub hub;
    private final Function<String, Allowance> allowances;
    private volatile boolean open = true;

    /// @param allowances what a tenant may do
    public EventResource(Authenticator authenticator, EventHub hub, Function<String, Allowance> allowances) {
        this.authenticator = authenticator;
        this.hub = hub;
        this.allowances = allowances;
    }

    public void declare(Api api) {
        api.section("Cluster", "/cluster")
                .get("/events", "Streams what happens in the cluster")
                .answers(200, "text/event-stream")
                .to(this::serve);
    }

    /// Ends all streams within a beat.
    @Override
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
        Subscription subscription =
                hub.subscribe(caller, after, allowances.apply(caller.tenant()).eventStreams());
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            sink.emit(SseEvent.builder().comment("events of the cluster").build());
            long checked = System.nanoTime();
            while (open && !subscription.overrun()) {
                Optional<StreamItem> item = subscription.next(BEAT);
                if (subscription.wasDoubted() || System.nanoTime() - checked > CHECK.toNanos()) {
                    if (!mayGoOn(request)) break;
                    checked = System.nanoTime();
                }
                sink.emit(item.map(EventResource::event)
                        .orElseGet(() -> SseEvent.builder().comment("beat").build()));
            }
        } catch (UncheckedIOException readerLeft) {
            // the usual end of a stream
        } finally {
            hub.unsubscribe(subscription);
        }
    }

    /// Whether the reader's key or token is good still; in doubt it is.
    private boolean mayGoOn(ServerRequest request) {
        try {
            authenticator.authenticate(request);
            return true;
        } catch (ProblemException refused) {
            return refused.status() >= 500;
        }
    }

    private static SseEvent event(StreamItem item) {
        SseEvent.Builder event =
                SseEvent.builder().mediaType(MediaTypes.TEXT_PLAIN).data(item.json());
        return item.id().isEmpty() ? event.build() : event.id(item.id()).build();
    }
}
