package dev.wavetank.gateway.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Connections to engines, the idle ones kept for the next call. The one used last is taken first, so that those which
/// a quiet hour needs no more grow old and are closed.
public final class Connections implements AutoCloseable {
    /// Well below the time after which an engine closes an idle connection.
    private static final Duration OLD = Duration.ofSeconds(20);

    private final Map<String, Deque<Connection>> idle = new ConcurrentHashMap<>();

    /// An open connection: one that was kept, or else a fresh one.
    ///
    /// @throws IOException if there is none to be had: nothing was sent
    public Connection take(URI engine) throws IOException {
        String host = engine.getAuthority();
        Deque<Connection> kept = idle.get(host);
        while (kept != null) {
            Connection next = kept.pollFirst();
            if (next == null) break;
            if (next.idleFor(OLD) || !next.stillOpen()) next.close();
            else return next;
        }
        return Connection.open(engine, this::give);
    }

    private void give(Connection connection) {
        idle.computeIfAbsent(connection.host(), host -> new ConcurrentLinkedDeque<>())
                .addFirst(connection);
    }

    /// Closes what was kept for other engines than these, and what has grown old.
    public void tidy(Collection<URI> engines) {
        idle.forEach((host, kept) -> {
            boolean known = engines.stream().anyMatch(engine -> host.equals(engine.getAuthority()));
            kept.removeIf(connection -> {
                boolean useless = !known || connection.idleFor(OLD);
                if (useless) connection.close();
                return useless;
            });
        });
    }

    @Override
    public void close() {
        idle.values().forEach(kept -> kept.forEach(Connection::close));
    }
}
