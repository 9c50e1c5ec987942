package dev.wavetank.gateway.route;

import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.security.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Calls engines on behalf of the cluster: the cluster's secret, a short time to connect, a deadline, no
/// redirects.
public final class EngineClient implements AutoCloseable {
    /// Answers up to this size are read before any of it goes out, so that a call whose answer breaks off can be
    /// repeated.
    static final int BEGINNING = 64 * 1024;

    /// How long to wait for a connection.
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("engine-client-", 0).factory()))
            .build();
    private final Secret secret;
    private final InFlight inFlight;

    public EngineClient(Secret secret, InFlight inFlight) {
        this.secret = secret;
        this.inFlight = inFlight;
    }

    /// A request to an engine, with the secret and the scope; the caller adds the method.
    ///
    /// @param pathAndQuery encoded as it goes over the wire
    public HttpRequest.Builder request(NodeStatus engine, String pathAndQuery, String scope) {
        String base = engine.address().toString();
        String address = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return HttpRequest.newBuilder(URI.create(address + pathAndQuery))
                .header("Authorization", "Bearer " + secret.reveal())
                .header(Headers.TENANT, scope);
    }

    Outcome send(NodeStatus engine, HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> exchange =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InFlight.Watch watch = inFlight.watch(engine, () -> exchange.cancel(true))) {
            return answer(engine, exchange.get());
        } catch (CancellationException dead) {
            return new Outcome.Lost(new IOException(engine.id() + " was declared dead", dead));
        } catch (ExecutionException failed) {
            return failure(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            throw interrupted;
        }
    }

    /// Opens a stream of events; it ends with an exception when the engine is declared dead.
    public HttpResponse<InputStream> open(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /// Calls with a small answer, for the gateway's own questions.
    public HttpResponse<byte[]> ask(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /// Ends the rest of an answer when its engine is declared dead.
    InFlight.Watch watch(NodeStatus engine, InputStream rest) {
        return inFlight.watch(engine, () -> closeQuietly(rest));
    }

    private Outcome answer(NodeStatus engine, HttpResponse<InputStream> response) {
        InputStream body = response.body();
        try (InFlight.Watch watch = inFlight.watch(engine, () -> closeQuietly(body))) {
            byte[] beginning = body.readNBytes(BEGINNING);
            boolean whole = beginning.length < BEGINNING;
            return new Outcome.Answered(response.statusCode(), response.headers(), beginning, body, whole);
        } catch (IOException brokeOff) {
            return new Outcome.Lost(brokeOff);
        }
    }

    private static Outcome failure(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException late -> new Outcome.NotSent(late);
            case ConnectException refused -> new Outcome.NotSent(refused);
            case HttpTimeoutException late -> new Outcome.TimedOut(late);
            case IOException broken
            when broken.getCause() instanceof UnresolvedAddressException -> new Outcome.NotSent(broken);
            case IOException broken -> new Outcome.Lost(broken);
            default -> new Outcome.Lost(new IOException(cause));
        };
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
        client.shutdownNow();
    }
}
