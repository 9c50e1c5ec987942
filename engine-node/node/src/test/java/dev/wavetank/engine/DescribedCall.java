package dev.wavetank.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A call as the node's OpenAPI document describes it.
public record DescribedCall(String method, String path, JsonNode operation) {
    /// All of them but those whose answer has no end.
    public static List<DescribedCall> all(RestClient client) {
        List<DescribedCall> calls = new ArrayList<>();
        client.get("//openapi.json")
                .json()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    DescribedCall call = new DescribedCall(
                            method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue());
                    if (!call.operation.toString().contains("text/event-stream")) calls.add(call);
                }));
        return calls;
    }

    List<JsonNode> queryParameters() {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(one -> {
            if (one.get("in").asText().equals("query")) parameters.add(one);
        });
        return parameters;
    }

    /// The schema of the body's object, or of the objects of its array; missing if there is none, or a form.
    JsonNode bodySchema() {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.has("items") ? schema.get("items") : schema;
    }

    /// The names of its parameters, and of the fields of its body.
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        queryParameters().forEach(one -> names.add(one.get("name").asText()));
        operation.path("requestBody").path("content").forEach(media -> {
            JsonNode schema = media.get("schema").path("items");
            (schema.isMissingNode() ? media.get("schema") : schema)
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(names::add);
        });
        return names;
    }

    boolean bodyIsArray() {
        return operation.at("/requestBody/content/application~1json/schema").has("items");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
