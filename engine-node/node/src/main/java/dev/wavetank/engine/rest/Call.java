package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.flowable.VariableValues;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Multipart;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.util.Map;
import java.util.Optional;

/// What a resource sees of a call: who calls, the variables of the path, the parameters and the body.
final class Call {
    private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create(Headers.IDEMPOTENCY_KEY);
    /// Content of no kind in particular.
    static final String BINARY = "application/octet-stream";

    private final ServerRequest request;

    Call(ServerRequest request) {
        this.request = request;
    }

    /// Works out an answer.
    @FunctionalInterface
    interface Answer {
        Object of(Call call) throws Exception;
    }

    /// Does what the call asks for.
    @FunctionalInterface
    interface Deed {
        void of(Call call) throws Exception;
    }

    /// Answers with JSON.
    static Handler json(int status, Answer answer) {
        return (request, response) -> Json.send(response, status, answer.of(new Call(request)));
    }

    static Handler json(Answer answer) {
        return json(200, answer);
    }

    /// Answers without a body.
    static Handler nothing(int status, Deed deed) {
        return (request, response) -> {
            deed.of(new Call(request));
            response.status(status).send();
        };
    }

    /// Answers with bytes of one media type.
    static Handler bytes(String media, Answer answer) {
        return (request, response) -> {
            byte[] content = (byte[]) answer.of(new Call(request));
            response.header(HeaderNames.CONTENT_TYPE, media).send(content);
        };
    }

    Caller caller() {
        return Caller.of(request);
    }

    /// The caller of a call that may name the tenant as Flowable does.
    Caller caller(Parameters parameters) {
        return caller().narrowedTo(parameters.text("tenantId"));
    }

    ServerRequest request() {
        return request;
    }

    String id() {
        return path("id");
    }

    /// A variable of the path.
    String path(String name) {
        String value = request.path().pathParameters().get(name);
        if (value.length() > 255 || value.indexOf('\0') >= 0)
            throw ProblemException.notFound("There is no such " + name + ".");
        return value;
    }

    Parameters query() {
        return Parameters.ofQuery(request);
    }

    /// Can be read once.
    ObjectNode body() {
        return Json.body(request);
    }

    /// The body as it came; can be read once.
    byte[] bytes() {
        return Json.bytes(request);
    }

    /// Under which the call is carried out once, however often it comes.
    Optional<String> idempotencyKey() {
        return request.headers().first(IDEMPOTENCY_KEY);
    }

    Parameters parameters(ObjectNode body) {
        return Parameters.ofBody(body, request);
    }

    boolean isForm() {
        return contentType().startsWith("multipart/");
    }

    Form form() {
        return new Form(Multipart.parse(contentType(), Json.bytes(request)));
    }

    private String contentType() {
        return request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    }

    static String action(ObjectNode body) {
        String action = body.path("action").asText("");
        if (action.isEmpty()) throw ProblemException.badRequest("action is required.");
        return action;
    }

    /// The variables among other fields of a body.
    static Map<String, Object> variables(ObjectNode body) {
        JsonNode variables = body.get("variables");
        return VariableValues.read(variables, "variables");
    }
}
