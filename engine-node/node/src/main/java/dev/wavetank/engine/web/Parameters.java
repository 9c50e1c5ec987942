package dev.wavetank.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// The named parameters of a call, whether they stand in the query string or in a JSON body: Flowable's lists take
/// the same names both ways. A value of the wrong type is the caller's mistake, 400.
public final class Parameters {
    private final Function<String, Optional<JsonNode>> source;

    private Parameters(Function<String, Optional<JsonNode>> source) {
        this.source = source;
    }

    public static Parameters ofQuery(ServerRequest request) {
        return new Parameters(name ->
                request.query().first(name).asOptional().map(Json.mapper().getNodeFactory()::textNode));
    }

    /// The body's fields; paging and sorting may stand in the query string too.
    public static Parameters ofBody(ObjectNode body, ServerRequest request) {
        Parameters query = ofQuery(request);
        return new Parameters(name -> Optional.ofNullable(body.get(name))
                .filter(node -> !node.isNull())
                .or(() -> query.source.apply(name)));
    }

    public Optional<String> text(String name) {
        return source.apply(name).map(node -> scalar(name, node)).filter(value -> !value.isEmpty());
    }

    /// Applies a filter if the call has it.
    public Parameters when(String name, Consumer<String> filter) {
        text(name).ifPresent(filter);
        return this;
    }

    public Parameters whenFlag(String name, Consumer<Boolean> filter) {
        flag(name).ifPresent(filter);
        return this;
    }

    /// Applies a filter that takes no value if the call's flag is true.
    public Parameters whenTrue(String name, Runnable filter) {
        if (flag(name).orElse(false)) filter.run();
        return this;
    }

    public Parameters whenInstant(String name, Consumer<Instant> filter) {
        instant(name).ifPresent(filter);
        return this;
    }

    public Parameters whenList(String name, Consumer<List<String>> filter) {
        Optional<List<String>> values = list(name);
        values.filter(list -> !list.isEmpty()).ifPresent(filter);
        return this;
    }

    /// The value as it came; a query string's is a text.
    public Optional<JsonNode> json(String name) {
        return source.apply(name);
    }

    /// A text without which the call makes no sense.
    public String required(String name) {
        return text(name).orElseThrow(() -> ProblemException.badRequest(name + " is required."));
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, value, "true or false");
        });
    }

    public Optional<Integer> integer(String name) {
        return text(name).map(value -> {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException malformed) {
                throw wrong(name, value, "a whole number");
            }
        });
    }

    public Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                OffsetDateTime time = OffsetDateTime.parse(value.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"));
                // Databases do not keep every year that Java knows.
                if (time.getYear() > 0 && time.getYear() < 10_000) return time.toInstant();
            } catch (DateTimeParseException malformed) {
                // told below, together with the years that are out of bounds
            }
            throw wrong(name, value, "an ISO 8601 date and time with its offset");
        });
    }

    /// A JSON array, or values apart by commas.
    public Optional<List<String>> list(String name) {
        return source.apply(name)
                .map(node -> node.isArray()
                        ? StreamSupport.stream(node.spliterator(), false)
                                .map(item -> scalar(name, item))
                                .toList()
                        : Arrays.stream(scalar(name, node).split(","))
                                .map(String::strip)
                                .filter(value -> !value.isEmpty())
                                .toList());
    }

    private static String scalar(String name, JsonNode node) {
        if (node.isContainerNode()) throw wrong(name, node.getNodeType().toString(), "a single value");
        String value = node.asText();
        if (value.indexOf('\0') >= 0) throw ProblemException.badRequest(name + " has a character that is not allowed.");
        return value;
    }

    private static ProblemException wrong(String name, String value, String expected) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return ProblemException.badRequest(name + " must be " + expected + ", not " + shown + ".");
    }
}
