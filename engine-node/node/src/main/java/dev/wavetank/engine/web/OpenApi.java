package dev.wavetank.engine.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Describes declared calls as an OpenAPI 3.1 document.
public final class OpenApi {
    private static final String PROBLEM = "application/problem+json";

    private OpenApi() {}

    public static ObjectNode describe(List<Endpoint> endpoints) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Wavetank")
                .put("version", version())
                .put("description", "Flowable's REST API, and what the cluster adds to it.");
        ObjectNode paths = document.putObject("paths");
        endpoints.forEach(one -> {
            ObjectNode path = paths.withObjectProperty(one.describedPath());
            path.set(one.method().text().toLowerCase(Locale.ROOT), operation(one));
        });
        ObjectNode components = document.putObject("components");
        schemas(components.putObject("schemas"));
        ObjectNode keys = components.putObject("securitySchemes");
        keys.putObject("key").put("type", "http").put("scheme", "bearer");
        keys.putObject("basic").put("type", "http").put("scheme", "basic");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("key");
        security.addObject().putArray("basic");
        return document;
    }

    private static String version() {
        String version = OpenApi.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static ObjectNode operation(Endpoint one) {
        ObjectNode operation =
                Json.object().put("operationId", one.operationId()).put("summary", one.summary());
        operation.putArray("tags").add(one.tag());
        ArrayNode parameters = operation.putArray("parameters");
        one.pathVariables()
                .forEach(name -> parameters.add(parameter(Field.text(name).must(), "path")));
        one.parameters().forEach(field -> parameters.add(parameter(field, "query")));
        if (one.body().kind() != Body.Kind.NONE) operation.set("requestBody", body(one.body()));
        ObjectNode responses = operation.putObject("responses");
        for (Endpoint.Answer answer : one.answers()) {
            ObjectNode response = responses
                    .putObject(Integer.toString(answer.status()))
                    .put("description", answer.media().isEmpty() ? "Done." : "The answer.");
            if (!answer.media().isEmpty()) {
                response.putObject("content").putObject(answer.media()).set("schema", answer(one, answer.media()));
            }
        }
        responses
                .putObject("default")
                .put("description", "Refused, and why.")
                .putObject("content")
                .putObject(PROBLEM)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return operation;
    }

    /// Whatever can be sorted is a page.
    private static ObjectNode answer(Endpoint one, String media) {
        ObjectNode schema = Json.object();
        if (media.startsWith("text/")) return schema.put("type", "string");
        if (!media.endsWith("json")) return schema.put("contentMediaType", media);
        boolean sorted = Stream.concat(one.parameters().stream(), one.body().fields().stream())
                .anyMatch(field -> field.name().equals("sort"));
        if (sorted) return schema.put("$ref", "#/components/schemas/Page");
        schema.putArray("type").add("object").add("array");
        return schema;
    }

    private static ObjectNode parameter(Field field, String in) {
        ObjectNode parameter =
                Json.object().put("name", field.name()).put("in", in).put("description", Wording.of(field.name()));
        if (field.required()) parameter.put("required", true);
        if (field.type() == Field.Type.TEXTS) parameter.put("style", "form").put("explode", false);
        parameter.set("schema", field.schema());
        return parameter;
    }

    private static ObjectNode body(Body body) {
        ObjectNode object = Json.object().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        body.fields()
                .forEach(field ->
                        properties.set(field.name(), field.schema().put("description", Wording.of(field.name()))));
        List<String> required =
                body.fields().stream().filter(Field::required).map(Field::name).toList();
        if (!required.isEmpty()) required.forEach(object.putArray("required")::add);
        ObjectNode schema = object;
        if (body.kind() == Body.Kind.ARRAY) {
            schema = Json.object().put("type", "array");
            schema.set("items", object);
        }
        ObjectNode request = Json.object();
        String media = body.kind() == Body.Kind.FORM ? "multipart/form-data" : "application/json";
        request.putObject("content").putObject(media).set("schema", schema);
        return request;
    }

    private static void schemas(ObjectNode schemas) {
        ObjectNode variable =
                schemas.putObject("Variable").put("type", "object").putObject("properties");
        for (String name : List.of("name", "type", "scope"))
            variable.putObject(name).put("type", "string");
        variable.putObject("value");
        ObjectNode page = schemas.putObject("Page").put("type", "object").putObject("properties");
        page.putObject("data").put("type", "array").putObject("items").put("type", "object");
        for (String name : List.of("total", "start", "size"))
            page.putObject(name).put("type", "integer");
        for (String name : List.of("sort", "order")) page.putObject(name).put("type", "string");
        ObjectNode problem = schemas.putObject("Problem").put("type", "object").putObject("properties");
        for (String name : List.of("type", "title", "detail", "elementId", "requestId")) {
            problem.putObject(name).put("type", "string");
        }
        problem.putObject("status").put("type", "integer");
    }
}
