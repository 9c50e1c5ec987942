package dev.wavetank.engine.rest;

import dev.wavetank.engine.web.Multipart;
import dev.wavetank.engine.web.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form with fields and one file.
final class Form {
    private final List<Multipart.Part> parts;

    Form(List<Multipart.Part> parts) {
        this.parts = parts;
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields().get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return field(name).orElseThrow(() -> ProblemException.badRequest(name + " is required."));
    }

    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        for (Multipart.Part part : parts) {
            if (part.file().isEmpty()) fields.put(part.name(), plain(part));
        }
        return fields;
    }

    byte[] file() {
        return parts.stream()
                .filter(part -> !part.file().isEmpty())
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("No file was sent."))
                .content();
    }

    private static String plain(Multipart.Part part) {
        String text = part.text();
        if (text.length() > 255 || text.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("The field " + part.name() + " has a value that is not allowed.");
        }
        return text;
    }
}
