package dev.wavetank.gateway.route;

import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.limits.Priority;
import dev.wavetank.gateway.security.Caller;
import dev.wavetank.gateway.wire.Request;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A caller's request on its way to an engine: it can be sent more than once, unless its body was streamed and
/// begun.
final class Call {
    /// Bodies up to this size are kept until the call is over.
    private static final int KEEP = 256 * 1024;

    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create(Headers.IDEMPOTENCY_KEY);

    private final String method;
    private final String path;
    private final String pathAndQuery;
    private final String host;
    private final boolean secure;
    private final boolean idempotencyKey;
    private final boolean staleAllowed;
    private final AtomicBoolean streamBegun = new AtomicBoolean();
    private Consumer<Request> body = request -> {};

    private Call(
            String method,
            String path,
            String pathAndQuery,
            String host,
            boolean secure,
            boolean idempotencyKey,
            boolean staleAllowed) {
        this.method = method;
        this.path = path;
        this.pathAndQuery = pathAndQuery;
        this.host = host;
        this.secure = secure;
        this.idempotencyKey = idempotencyKey;
        this.staleAllowed = staleAllowed;
    }

    /// @throws ProblemException 400 for a path that tries to leave the service
    static Call service(ServerRequest request) {
        String rawPath = request.prologue().uriPath().rawPath();
        String path = request.path().absolute().path();
        if (path.contains("/../")
                || path.endsWith("/..")
                || path.contains("/./")
                || path.contains("\\")
                || rawPath.contains("//")
                || !(rawPath.startsWith("/flowable-rest/service/")
                        || rawPath.startsWith("/flowable-rest/external-job-api/")
                        || rawPath.startsWith("/flowable-rest/dmn-api/"))) {
            throw ProblemException.badRequest("The path is not plain.");
        }
        return new Call(
                request.prologue().method().text(),
                path,
                withQuery(rawPath, request),
                request.authority(),
                request.isSecure(),
                request.headers().contains(IDEMPOTENCY_KEY),
                false);
    }

    /// A question to any engine.
    ///
    /// @param staleAllowed whether an answer of a moment ago is better than none
    static Call read(ServerRequest request, String path, boolean staleAllowed) {
        return new Call(
                "GET", path, withQuery(path, request), request.authority(), request.isSecure(), false, staleAllowed);
    }

    private static String withQuery(String rawPath, ServerRequest request) {
        String query = request.query().rawValue();
        return query.isEmpty() ? rawPath : rawPath + "?" + query;
    }

    /// Takes the body along, once the call is let in: what is turned away costs no memory.
    void takeBody(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return;
        }
        OptionalLong length = request.headers().contentLength();
        if (length.isPresent() && length.getAsLong() <= KEEP) {
            byte[] bytes = request.content().as(byte[].class);
            body = towards -> towards.body(bytes);
            return;
        }
        InputStream stream = request.content().inputStream();
        body = towards -> towards.body(new Begun(stream), length.orElse(-1));
    }

    String pathAndQuery() {
        return pathAndQuery;
    }

    Priority priority() {
        return Priorities.of(method, path);
    }

    boolean staleAllowed() {
        return staleAllowed;
    }

    /// Whether it may be sent again after an attempt that perhaps took effect.
    boolean repeatable() {
        return sendable() && Repeatable.repeatable(method, path, idempotencyKey);
    }

    /// Whether there still is a body to send.
    boolean sendable() {
        return !streamBegun.get();
    }

    Request onto(Request request, Caller caller) {
        if (!caller.user().isEmpty()) {
            request.header(Headers.USER, inAscii(caller.user()));
        }
        // The links in an engine's answer begin with the address the client called.
        request.header("X-Forwarded-Host", host);
        if (secure) request.header("X-Forwarded-Proto", "https");
        request.method(method);
        body.accept(request);
        return request;
    }

    /// Headers go out as ASCII, where all other letters would become the same question mark.
    private static String inAscii(String user) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(user)
                ? user
                : URLEncoder.encode(user, StandardCharsets.UTF_8);
    }

    /// A body that comes as it is read: once begun, it cannot be sent again.
    private final class Begun extends FilterInputStream {
        Begun(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            streamBegun.set(true);
            return super.read(into, from, length);
        }
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
