package dev.wavetank.gateway.config;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/// Reads a document of settings: a field that nobody knows is a mistake and is told, not passed over.
public final class StrictJson {
    private StrictJson() {}

    /// @throws ProblemException 400 with a sentence for the field at fault
    public static <T> T read(JsonNode document, Class<T> type) {
        try {
            return Json.mapper()
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .readValue(document);
        } catch (UnrecognizedPropertyException unknown) {
            throw ProblemException.badRequest("There is no setting '" + unknown.getPropertyName() + "'; there are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".");
        } catch (JsonMappingException wrong) {
            throw ProblemException.badRequest(sentence(wrong));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String sentence(JsonMappingException wrong) {
        if (wrong.getCause() instanceof IllegalArgumentException refused) return String.valueOf(refused.getMessage());
        String field = wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
        return field.isEmpty()
                ? "The settings must be a JSON object."
                : "The setting '" + field + "' is of a wrong kind.";
    }
}
