package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a user's or group's JSON: text that fits its column.
final class Fields {
    private static final int LONGEST = 255;

    private Fields() {}

    /// The id that a body must have.
    static String id(ObjectNode body) {
        return present(body, "id", LONGEST)
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> ProblemException.badRequest("Id cannot be null."));
    }

    /// The id of the path, with which a body that names one too must agree.
    static void agree(ObjectNode body, String id) {
        if (!present(body, "id", LONGEST).orElse(id).equals(id)) {
            throw ProblemException.badRequest("The id in the body is not the id in the address.");
        }
    }

    /// The body's value if it names the field, `null` included, else the value that stands.
    static @Nullable String changed(ObjectNode body, String name, @Nullable String standing) {
        return body.has(name) ? present(body, name, LONGEST).orElse(null) : standing;
    }

    static Optional<String> present(ObjectNode body, String name, int longest) {
        JsonNode value = body.get(name);
        if (value == null || value.isNull()) return Optional.empty();
        if (!value.isTextual()
                || value.asText().length() > longest
                || value.asText().indexOf('\0') >= 0) {
            throw ProblemException.badRequest(name + " must be a text of at most " + longest + " characters.");
        }
        return Optional.of(value.asText());
    }
}
