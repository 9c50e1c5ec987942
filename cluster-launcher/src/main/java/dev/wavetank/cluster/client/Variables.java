package dev.wavetank.cluster.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Process variables in Flowable's form: name, type, value.
final class Variables {
    private Variables() {}

    static List<Map<String, Object>> of(Map<String, ? extends @Nullable Object> variables) {
        List<Map<String, Object>> list = new ArrayList<>();
        variables.forEach((name, value) -> {
            Map<String, Object> variable = new LinkedHashMap<>();
            variable.put("name", name);
            if (value != null) {
                variable.put("type", type(value));
                variable.put("value", value);
            }
            list.add(variable);
        });
        return list;
    }

    private static String type(Object value) {
        return switch (value) {
            case String text -> "string";
            case Boolean flag -> "boolean";
            case Short number -> "short";
            case Integer number -> "integer";
            case Long number -> "long";
            case Float number -> "double";
            case Double number -> "double";
            default -> "json";
        };
    }
}
