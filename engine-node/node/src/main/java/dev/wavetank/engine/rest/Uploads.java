package dev.wavetank.engine.rest;

import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Multipart;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderNames;
import java.util.List;
import java.util.Optional;

/// Files and fields that a call brings as `multipart/form-data`.
final class Uploads {
    private static final int LONGEST_FIELD = 255;

    private Uploads() {}

    static List<Multipart.Part> parts(Call call) {
        String type = call.request().headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        return Multipart.parse(type, Json.bytes(call.request()));
    }

    /// The one file that the call is about.
    static Multipart.Part file(Call call) {
        return file(parts(call));
    }

    static Multipart.Part file(List<Multipart.Part> parts) {
        return parts.stream()
                .filter(part -> !part.file().isEmpty())
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("Multipart request with file content is required"));
    }

    static Optional<String> field(List<Multipart.Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.file().isEmpty() && part.name().equals(name))
                .map(part -> part.text().strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_FIELD)
                .findFirst();
    }
}
