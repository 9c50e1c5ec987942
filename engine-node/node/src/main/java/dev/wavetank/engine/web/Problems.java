package dev.wavetank.engine.web;

import dev.wavetank.engine.api.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Turns every exception that reaches the edge into a problem document; logs only what is our own fault.
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(HttpRouting.Builder routing) {
        routing.error(ProblemException.class, (request, response, problem) -> send(response, problem))
                .error(HttpException.class, Problems::http)
                .error(RequestException.class, Problems::malformed)
                .error(Throwable.class, Problems::unexpected);
    }

    public static void send(ServerResponse response, ProblemException problem) {
        if (problem.status() == 503 || problem.status() == 429) response.header(HeaderNames.RETRY_AFTER, "1");
        if (problem.status() == 401) response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        response.status(problem.status()).header(HeaderNames.CONTENT_TYPE, "application/problem+json");
        response.send(Json.bytes(document(problem)));
    }

    public static Problem document(ProblemException problem) {
        return new Problem(
                "urn:wavetank:" + problem.code(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.elementId(),
                MDC.get(RequestIdentity.REQUEST_ID));
    }

    private static void http(ServerRequest request, ServerResponse response, HttpException refused) {
        int status = refused.status().code();
        if (status >= 500) {
            unexpected(request, response, refused);
            return;
        }
        String reason = refused.status().reasonPhrase();
        String code = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        if (!refused.keepAlive()) response.header(HeaderNames.CONNECTION, "close");
        send(response, ProblemException.of(status, code, reason, String.valueOf(refused.getMessage())));
    }

    private static void malformed(ServerRequest request, ServerResponse response, RequestException refused) {
        send(response, ProblemException.badRequest(String.valueOf(refused.getMessage())));
    }

    private static void unexpected(ServerRequest request, ServerResponse response, Throwable failure) {
        LOG.error("{} {} failed", request.prologue().method(), request.path().path(), failure);
        if (response.isSent()) return;
        send(
                response,
                ProblemException.of(
                        500, "internal", "Internal error", "The node failed; its log has this request's id."));
    }
}
