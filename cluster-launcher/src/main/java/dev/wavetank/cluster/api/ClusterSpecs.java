package dev.wavetank.cluster.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Cluster descriptions as JSON. An unknown field is an error, since a misspelt one would silently mean
/// a default.
public final class ClusterSpecs {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ClusterSpecs() {}

    /// Reads a description from a file.
    ///
    /// @throws ClusterException with code `SPEC_INVALID`, the sentence says which field
    public static ClusterSpec read(Path file) throws ClusterException {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new ClusterException(
                    ClusterException.Code.SPEC_INVALID, "The cluster description " + file + " cannot be read.", e);
        }
    }

    /// Reads a description from a text.
    ///
    /// @throws ClusterException with code `SPEC_INVALID`, the sentence says which field
    public static ClusterSpec parse(String json) throws ClusterException {
        try {
            return JSON.readValue(json, ClusterSpec.class);
        } catch (JsonProcessingException e) {
            Throwable root = e.getCause() instanceof IllegalArgumentException cause ? cause : e;
            String why = root == e ? e.getOriginalMessage() : root.getMessage();
            throw new ClusterException(
                    ClusterException.Code.SPEC_INVALID, "The cluster description is not right: " + why + ".", e);
        }
    }

    /// Writes a description so that [#parse] reads an equal one.
    public static String write(ClusterSpec spec) {
        try {
            return JSON.writeValueAsString(spec);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always writable", e);
        }
    }
}
