package dev.wavetank.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/// Builds an answer field by field, with `null` for what is not there, as Flowable's REST API writes it.
public final class JsonView {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private final ObjectNode node = Json.object();

    public JsonView put(String name, @Nullable String value) {
        node.put(name, value);
        return this;
    }

    public JsonView put(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    public JsonView put(String name, @Nullable Number value) {
        node.putPOJO(name, value);
        return this;
    }

    public JsonView put(String name, @Nullable Date value) {
        return put(name, value == null ? null : format(value));
    }

    public JsonView put(String name, JsonNode value) {
        node.set(name, value);
        return this;
    }

    public ObjectNode build() {
        return node;
    }

    public static String format(Date value) {
        return INSTANT.format(new Date(value.getTime()).toInstant());
    }
}
