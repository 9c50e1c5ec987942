package dev.wavetank.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A named value that a call takes: a parameter of its query string, or a field of its body.
///
/// @param choices the only values it may have; empty for any of its type
public record Field(String name, Type type, boolean required, List<String> choices) {
    /// What a value is, and how JSON schema says so.
    public enum Type {
        TEXT,
        INTEGER,
        FLAG,
        /// ISO 8601 with an offset
        INSTANT,
        TEXTS,
        OBJECT,
        /// an array of objects whose fields the endpoint's own page names
        OBJECTS,
        /// an array of `{name, type, value, scope}`
        VARIABLES,
        ANY,
        /// the content of a file in a form
        FILE
    }

    public Field {
        choices = List.copyOf(choices);
    }

    private static Field of(String name, Type type) {
        return new Field(name, type, false, List.of());
    }

    public static Field text(String name) {
        return of(name, Type.TEXT);
    }

    public static Field integer(String name) {
        return of(name, Type.INTEGER);
    }

    public static Field flag(String name) {
        return of(name, Type.FLAG);
    }

    public static Field instant(String name) {
        return of(name, Type.INSTANT);
    }

    public static Field texts(String name) {
        return of(name, Type.TEXTS);
    }

    public static Field object(String name) {
        return of(name, Type.OBJECT);
    }

    public static Field objects(String name) {
        return of(name, Type.OBJECTS);
    }

    public static Field variables(String name) {
        return of(name, Type.VARIABLES);
    }

    public static Field any(String name) {
        return of(name, Type.ANY);
    }

    public static Field file(String name) {
        return of(name, Type.FILE);
    }

    public static Field oneOf(String name, String... choices) {
        return new Field(name, Type.TEXT, false, List.of(choices));
    }

    public Field must() {
        return new Field(name, type, true, choices);
    }

    /// The JSON schema of its value.
    ObjectNode schema() {
        ObjectNode schema = Json.object();
        switch (type) {
            case TEXT -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case FLAG -> schema.put("type", "boolean");
            case INSTANT -> schema.put("type", "string").put("format", "date-time");
            case TEXTS -> schema.put("type", "array").putObject("items").put("type", "string");
            case OBJECT -> schema.put("type", "object");
            case OBJECTS -> schema.put("type", "array").putObject("items").put("type", "object");
            case VARIABLES ->
                schema.put("type", "array").putObject("items").put("$ref", "#/components/schemas/Variable");
            case FILE -> schema.put("type", "string").put("contentMediaType", "application/octet-stream");
            case ANY -> {
                // a schema without a rule takes every value
            }
        }
        if (!choices.isEmpty()) choices.forEach(schema.putArray("enum")::add);
        return schema;
    }
}
