package dev.wavetank.app.feature.clipboard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Copied elements as they go to the clipboard, in two flavours: as JSON, which says that they are ours and where
/// they come from, and as the text of a BPMN file, which any other program can take.
///
/// @param document the name of the document they were copied from
@JsonIgnoreProperties(ignoreUnknown = true)
record ClipboardContent(
        int version, @Nullable String document, @Nullable String bpmn) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    static ClipboardContent of(String document, String bpmn) {
        return new ClipboardContent(VERSION, document, bpmn);
    }

    String json() {
        try {
            return JSON.writeValueAsString(
                    Map.of("version", version, "document", document == null ? "" : document, "bpmn", text()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("three values cannot be written", impossible);
        }
    }

    String text() {
        return bpmn == null ? "" : bpmn;
    }

    /// Empty if it is no JSON of ours, or of a version to come.
    static Optional<ClipboardContent> read(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, ClipboardContent.class))
                    .filter(content -> content.version == VERSION && content.bpmn != null);
        } catch (JsonProcessingException foreign) {
            return Optional.empty(); // the clipboard may hold anything
        }
    }
}
