package dev.wavetank.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Reads and writes the JSON of every role: instants as ISO-8601, unknown properties ignored.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static void send(ServerResponse response, int status, Object value) {
        response.status(status).header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(bytes(value));
    }

    /// The request's body as an object; an empty body is an empty object.
    ///
    /// @throws ProblemException 400 when it is not JSON, nested too deeply, or something other than an object
    public static ObjectNode body(ServerRequest request) {
        byte[] bytes = bytes(request);
        if (bytes.length == 0) return object();
        return asObject(parse(bytes));
    }

    /// The request's body as it came; empty if there is none.
    public static byte[] bytes(ServerRequest request) {
        return request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
    }

    public static JsonNode parse(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            return node == null ? MAPPER.missingNode() : node;
        } catch (JsonProcessingException malformed) {
            throw ProblemException.badRequest("The body is not valid JSON: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static ObjectNode asObject(JsonNode node) {
        if (node instanceof ObjectNode object) return object;
        throw ProblemException.badRequest("A JSON object is expected.");
    }
}
