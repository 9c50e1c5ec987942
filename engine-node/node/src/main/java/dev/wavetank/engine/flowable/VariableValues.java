package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Variables between Flowable's JSON (`name`, `type`, `value`, `scope`) and Java values. Serialised and binary
/// objects are refused: reading one back would run Java deserialisation.
public final class VariableValues {
    private static final int LONGEST_NAME = 255;

    private VariableValues() {}

    /// The values of a JSON array of variables, by name.
    public static Map<String, Object> read(@Nullable JsonNode variables, String field) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (variables == null || variables.isNull()) return values;
        if (!variables.isArray()) throw ProblemException.badRequest(field + " must be an array of variables.");
        for (JsonNode variable : variables) {
            ObjectNode object = Json.asObject(variable);
            values.put(name(object), value(object));
        }
        return values;
    }

    /// The variables of a JSON array.
    public static List<Variable> list(@Nullable JsonNode variables, String field) {
        List<Variable> list = new ArrayList<>();
        if (variables == null || variables.isNull()) return list;
        if (!variables.isArray()) throw ProblemException.badRequest(field + " must be an array of variables.");
        variables.forEach(one -> list.add(one(Json.asObject(one))));
        return list;
    }

    /// Variables whose scope does not matter.
    @SuppressWarnings("NullAway") // null is a value of a variable, as in the engine's own maps
    static Map<String, Object> map(List<Variable> variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach(one -> values.put(one.name(), one.value()));
        return values;
    }

    public static Variable one(ObjectNode variable) {
        JsonNode scope = variable.path("scope");
        Optional<String> word = scope.isTextual() ? Optional.of(scope.asText()) : Optional.empty();
        return new Variable(name(variable), value(variable), Scope.of(word));
    }

    static String name(ObjectNode variable) {
        JsonNode name = variable.get("name");
        if (name == null
                || !name.isTextual()
                || name.asText().isBlank()
                || name.asText().length() > LONGEST_NAME) {
            throw ProblemException.badRequest("A variable needs a name of at most " + LONGEST_NAME + " characters.");
        }
        return name.asText();
    }

    @SuppressWarnings("NullAway") // null is a value of a variable, as in the engine's own maps
    static Object value(ObjectNode variable) {
        JsonNode value = variable.path("value");
        String type = variable.path("type").asText("");
        if (type.equals("serializable") || type.equals("binary")) {
            throw refused("Variables of type " + type + " are not accepted: use json or string.");
        }
        if (value.isNull() || value.isMissingNode()) return null;
        try {
            return type.isEmpty() || type.equals("null") ? untyped(value) : typed(type, value);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw ProblemException.badRequest("The value of " + name(variable) + " is not of type " + type + ".");
        }
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(400, "variable-type-refused", "Bad request", detail);
    }

    private static Object untyped(JsonNode value) {
        if (value.isTextual()) return value.asText();
        if (value.isBoolean()) return value.booleanValue();
        if (value.isInt()) return value.intValue();
        if (value.isLong()) return value.longValue();
        if (value.isBigInteger()) return value.bigIntegerValue();
        if (value.isNumber()) return value.doubleValue();
        return value;
    }

    private static Object typed(String type, JsonNode value) {
        String text = value.asText();
        if (value.isContainerNode() && !type.equals("json")) throw new IllegalArgumentException(type);
        return switch (type) {
            case "string" -> text;
            case "integer" -> Integer.valueOf(text);
            case "short" -> Short.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "double" -> Double.valueOf(text);
            case "boolean" -> bool(text);
            case "bigInteger" -> new BigInteger(text);
            case "bigDecimal" -> new BigDecimal(text);
            case "date" -> Date.from(instant(text));
            case "instant" -> instant(text);
            case "localDate" -> LocalDate.parse(text);
            case "localDateTime" -> LocalDateTime.parse(text);
            case "uuid" -> UUID.fromString(text);
            case "json" -> value;
            default -> throw refused("There is no variable type " + type + ".");
        };
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                .toInstant();
    }

    /// @param owner the address of what has them, below which binary ones can be read; null if they cannot
    static ArrayNode view(Map<String, Object> values, String scope, @Nullable String owner) {
        ArrayNode array = Json.mapper().createArrayNode();
        values.forEach((name, value) ->
                array.add(view(name, value, scope, owner == null ? null : owner + "/variables/" + name + "/data")));
        return array;
    }

    static ObjectNode view(String name, @Nullable Object value, @Nullable String scope) {
        return view(name, value, scope, null);
    }

    /// @param dataUrl where a binary value can be read
    static ObjectNode view(String name, @Nullable Object value, @Nullable String scope, @Nullable String dataUrl) {
        JsonView view = new JsonView().put("name", name);
        if (value != null) view.put("type", type(value));
        view.put("value", shown(value)).put("scope", scope);
        if (value instanceof byte[]) view.put("valueUrl", dataUrl);
        return view.build();
    }

    private static JsonNode shown(@Nullable Object value) {
        return switch (value) {
            case Date date -> text(Instant.ofEpochMilli(date.getTime()));
            case Instant instant -> text(instant);
            case BigInteger number -> text(number);
            case BigDecimal number -> text(number);
            case byte[] bytes -> Json.mapper().nullNode();
            case null -> Json.mapper().nullNode();
            default -> Json.mapper().valueToTree(value);
        };
    }

    private static JsonNode text(Object value) {
        return Json.mapper().getNodeFactory().textNode(value.toString());
    }

    private static String type(Object value) {
        return switch (value) {
            case String text -> "string";
            case Integer number -> "integer";
            case Short number -> "short";
            case Long number -> "long";
            case Double number -> "double";
            case Boolean flag -> "boolean";
            case BigInteger number -> "bigInteger";
            case BigDecimal number -> "bigDecimal";
            case Date date -> "date";
            case Instant instant -> "instant";
            case LocalDate date -> "localDate";
            case LocalDateTime time -> "localDateTime";
            case UUID id -> "uuid";
            case JsonNode json -> "json";
            case byte[] bytes -> "binary";
            default -> "unknown";
        };
    }
}
