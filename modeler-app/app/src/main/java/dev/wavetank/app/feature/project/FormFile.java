package dev.wavetank.app.feature.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads forms as the engines' designers write them: an object with a key or id, and the fields that it has.
final class FormFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOST_BYTES = 2 << 20;

    private FormFile() {}

    /// The form in a file; nothing if the file is another one.
    static List<IndexedElement> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return List.of();
            }
            return form(JSON.readTree(Files.readAllBytes(file))).stream().toList();
        } catch (IOException unreadable) { // or not JSON
            return List.of();
        }
    }

    private static Optional<IndexedElement> form(JsonNode root) {
        Optional<JsonNode> parts = Stream.of("fields", "components", "rows")
                .map(root::path)
                .filter(JsonNode::isArray)
                .findFirst();
        Optional<String> key = text(root, "key").or(() -> text(root, "id"));
        if (parts.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        List<IndexedElement.Value> values = new ArrayList<>();
        for (JsonNode part : parts.get()) {
            Stream.of("id", "key", "name", "label")
                    .flatMap(name -> text(part, name).map(value -> new IndexedElement.Value(name, value)).stream())
                    .forEach(values::add);
        }
        return Optional.of(
                new IndexedElement(key.get(), "form", text(root, "name").orElse(""), values));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
