package dev.wavetank.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.runtime.Pause;
import dev.wavetank.engine.api.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The gateways of one cluster as one: a call goes to the gateway that answered last, and on from there.
///
/// What may be sent again is decided by one question: can it have happened already? A refused connection and an
/// answer 503 mean no, so every call goes on. A broken connection, a time-out, 502 and 504 mean perhaps, so
/// only a repeatable call goes on; any other ends with `OUTCOME_UNKNOWN`.
final class Gateways {
    private static final Duration ONE_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(150);

    private final HttpClient http;
    private final List<URI> gateways;
    private final String key;
    private final AtomicInteger preferred = new AtomicInteger();

    Gateways(HttpClient http, List<URI> gateways, String key) {
        this.http = http;
        this.gateways = List.copyOf(gateways);
        this.key = key;
    }

    /// Makes the call.
    ///
    /// @return the answer's JSON, a missing node for an empty answer
    JsonNode send(Call call) throws ClusterException {
        HttpResponse<byte[]> response = answer(call);
        JsonNode body = json(response);
        if (response.statusCode() >= 400) throw new ClusterException(problem(response.statusCode(), body));
        return body;
    }

    /// Makes the call and gives the answer whatever its status is.
    HttpResponse<byte[]> answer(Call call) throws ClusterException {
        long end = System.nanoTime() + call.deadline().toNanos();
        String last = "";
        Exception cause = null;
        boolean perhaps = false;
        do {
            int first = preferred.get();
            for (URI gateway : Call.rotated(gateways, first)) {
                Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
                Duration limit = left.compareTo(ONE_ATTEMPT) < 0 || !call.repeatable() ? left : ONE_ATTEMPT;
                try {
                    HttpResponse<byte[]> response =
                            http.send(request(gateway, call, limit), BodyHandlers.ofByteArray());
                    int status = response.statusCode();
                    if (status != 502 && status != 503 && status != 504) {
                        preferred.set(gateways.indexOf(gateway));
                        return response;
                    }
                    last = gateway + " answers "
                            + problem(status, json(response)).detail();
                    perhaps |= status != 503;
                } catch (ConnectException | HttpConnectTimeoutException notSent) {
                    last = gateway + " takes no connections";
                    cause = notSent;
                } catch (IOException broken) {
                    last = gateway + " did not answer";
                    cause = broken;
                    perhaps = true;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw failure(true, "the call was interrupted", e);
                }
                if (perhaps && !call.repeatable()) throw failure(true, last, cause);
            }
            Pause.of(BETWEEN_ROUNDS, CancelToken.never());
        } while (System.nanoTime() < end);
        throw failure(perhaps, last, cause);
    }

    /// The gateways, the preferred one first.
    List<URI> inOrder() {
        return Call.rotated(gateways, preferred.get());
    }

    /// Goes on with another gateway for the next call.
    void avoid(URI gateway) {
        int index = gateways.indexOf(gateway);
        preferred.compareAndSet(index, (index + 1) % gateways.size());
    }

    HttpRequest.Builder request(URI gateway, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private HttpRequest request(URI gateway, Call call, Duration limit) {
        HttpRequest.Builder request = request(gateway, call.path()).timeout(limit);
        call.headers().forEach(request::header);
        return request.method(
                        call.method(),
                        call.body()
                                .map(HttpRequest.BodyPublishers::ofByteArray)
                                .orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            JsonNode body = Json.MAPPER.readTree(response.body());
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    static Problem problem(int status, JsonNode body) {
        String detail = Json.text(body, "detail");
        if (detail.isEmpty()) detail = Json.text(body, "message");
        if (detail.isEmpty()) detail = "The gateway refused with status " + status + ".";
        String element = Json.text(body, "elementId");
        String request = Json.text(body, "requestId");
        return new Problem(
                Json.text(body, "type"),
                Json.text(body, "title"),
                status,
                detail,
                element.isEmpty() ? null : element,
                request.isEmpty() ? null : request);
    }

    private static ClusterException failure(boolean perhaps, String last, @Nullable Exception cause) {
        return perhaps
                ? new ClusterException(
                        Code.OUTCOME_UNKNOWN,
                        "The call was sent, but no gateway told how it ended (" + last + "): look whether it happened"
                                + " before you send it again.",
                        cause)
                : new ClusterException(
                        Code.GATEWAY_UNREACHABLE,
                        "No gateway took the call (" + last + "), so nothing happened. See whether the cluster still"
                                + " runs.",
                        cause);
    }
}
