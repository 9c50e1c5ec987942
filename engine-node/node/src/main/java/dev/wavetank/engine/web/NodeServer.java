package dev.wavetank.engine.web;

import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The HTTP server of every role: Helidon on virtual threads, with request ids, problem documents and a bound on
/// the size of a body.
public final class NodeServer implements AutoCloseable {
    /// A BPMN file of the largest corpus is 3 MB; a deployment may bring several.
    private static final long MAX_BODY = 16L * 1024 * 1024;

    private final WebServer server;

    private NodeServer(WebServer server) {
        this.server = server;
    }

    /// @param port 0 takes any free port
    /// @param node named in each answer's `X-Wavetank-Node`
    public static NodeServer start(String bind, int port, String node, Consumer<HttpRouting.Builder> routes) {
        return start(bind, port, Optional.empty(), node, routes);
    }

    /// @param tls speaks for the server; plain HTTP if empty
    public static NodeServer start(
            String bind, int port, Optional<SSLContext> tls, String node, Consumer<HttpRouting.Builder> routes) {
        HttpRouting.Builder routing = HttpRouting.builder();
        BodyLimit bodies = new BodyLimit(MAX_BODY);
        routing.addFilter(new RequestIdentity(node));
        routing.addFilter(bodies);
        Problems.register(routing);
        routes.accept(routing);
        routing.any((request, response) -> {
            throw ProblemException.notFound("There is nothing at "
                    + request.prologue().method() + " " + request.path().path() + ".");
        });
        WebServerConfig.Builder server = WebServer.builder()
                .host(bind)
                .port(port)
                // Else the end of an answer of several packets waits 40 ms for the client's delayed acknowledgement.
                .connectionOptions(options -> options.tcpNoDelay(true))
                .maxPayloadSize(bodies.cut())
                .maxInMemoryEntity((int) MAX_BODY)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(500))
                .directHandlers(malformedRequests())
                .routing(routing);
        tls.ifPresent(context -> server.tls(Tls.builder().sslContext(context).build()));
        return new NodeServer(server.build().start());
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    /// Requests so broken that they reach no route get problem documents too.
    private static DirectHandlers malformedRequests() {
        DirectHandler handler = (request, type, status, headers, message) -> DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .entity(Json.bytes(Problems.document(ProblemException.of(
                        status.code(), "bad-request", status.reasonPhrase(), describe(status, message)))))
                .build();
        DirectHandlers.Builder builder = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            builder.addHandler(type, handler);
        }
        return builder.build();
    }

    private static String describe(Status status, @Nullable String message) {
        return status.code() >= 500 || message == null || message.isBlank()
                ? "The request was not understood."
                : message;
    }
}
