package dev.wavetank.gateway.route;

import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.security.Secret;
import dev.wavetank.gateway.wire.Answer;
import dev.wavetank.gateway.wire.Connection;
import dev.wavetank.gateway.wire.Connections;
import dev.wavetank.gateway.wire.Request;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.OptionalLong;

/// Calls engines on behalf of the cluster: the cluster's secret, a short time to connect, a deadline, no
/// redirects.
public final class EngineClient implements AutoCloseable {
    /// Answers up to this size are read before any of it goes out, so that a call whose answer breaks off can be
    /// repeated.
    static final int BEGINNING = 64 * 1024;

    private final Connections connections = new Connections();
    private final Secret secret;
    private final InFlight inFlight;

    public EngineClient(Secret secret, InFlight inFlight) {
        this.secret = secret;
        this.inFlight = inFlight;
    }

    /// A small answer, whole.
    public record Told(int status, byte[] body) {}

    /// A request with the secret and the scope; the caller adds the method.
    ///
    /// @param pathAndQuery encoded as it goes over the wire
    public Request request(NodeStatus engine, String pathAndQuery, String scope) {
        String base = engine.address().getRawPath();
        String target = base.isEmpty() || base.equals("/") ? pathAndQuery : base + pathAndQuery;
        return new Request(target)
                .header("Authorization", "Bearer " + secret.reveal())
                .header(Headers.TENANT, scope);
    }

    Outcome send(NodeStatus engine, Request request) throws InterruptedException {
        Connection connection;
        try {
            connection = connections.take(engine.address());
        } catch (ClosedByInterruptException stopped) {
            throw interrupted(stopped);
        } catch (IOException refused) {
            return new Outcome.NotSent(refused);
        }
        try (InFlight.Watch watch = inFlight.watch(engine, connection::abort)) {
            return answer(connection.send(request));
        } catch (ClosedByInterruptException stopped) {
            throw interrupted(stopped);
        } catch (SocketTimeoutException late) {
            return new Outcome.TimedOut(late);
        } catch (IOException broken) {
            return new Outcome.Lost(
                    connection.aborted() ? new IOException(engine.id() + " was declared dead", broken) : broken);
        }
    }

    private static Outcome answer(Answer answer) throws IOException {
        InputStream body = answer.body();
        OptionalLong length = answer.length();
        byte[] beginning;
        if (length.isPresent() && length.getAsLong() < BEGINNING) {
            beginning = new byte[(int) length.getAsLong()];
            if (body.readNBytes(beginning, 0, beginning.length) < beginning.length && body.read() >= 0) {
                throw new EOFException("The answer broke off.");
            }
        } else {
            beginning = body.readNBytes(BEGINNING);
        }
        return new Outcome.Answered(answer, beginning, beginning.length < BEGINNING);
    }

    private static InterruptedException interrupted(ClosedByInterruptException stopped) {
        InterruptedException interrupted = new InterruptedException("The gateway stops");
        interrupted.initCause(stopped);
        return interrupted;
    }

    /// Opens a stream of events; whoever reads it closes its body.
    public Answer open(NodeStatus engine, Request request) throws IOException {
        return connections.take(engine.address()).send(request);
    }

    /// Calls with a small answer, for the gateway's own questions.
    public Told ask(NodeStatus engine, Request request) throws IOException {
        Answer answer = open(engine, request);
        try (InputStream body = answer.body()) {
            return new Told(answer.status(), body.readAllBytes());
        }
    }

    /// Ends the rest of an answer when its engine is declared dead.
    InFlight.Watch watch(NodeStatus engine, InputStream rest) {
        return inFlight.watch(engine, () -> closeQuietly(rest));
    }

    /// Told with each look at the registry: gives calls at dead engines up, and connections to those that left.
    public void accept(List<NodeStatus> view) {
        inFlight.accept(view);
        connections.tidy(view.stream().map(NodeStatus::address).toList());
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // the reader meets its own exception
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
