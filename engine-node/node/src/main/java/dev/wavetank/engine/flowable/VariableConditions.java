package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Conditions on variables in a query's body: an array of `name`, `operation`, `value` and `type`.
///
/// @param value for a value under any name
/// @param <Q>   the query; an operation it does not know is null
record VariableConditions<Q>(
        @Nullable BiConsumer<Q, Object> value,
        Condition<Q, Object> equal,
        @Nullable Condition<Q, Object> notEqual,
        @Nullable Condition<Q, String> equalIgnoringCase,
        @Nullable Condition<Q, String> notEqualIgnoringCase,
        @Nullable Condition<Q, Object> greater,
        @Nullable Condition<Q, Object> greaterOrEqual,
        @Nullable Condition<Q, Object> less,
        @Nullable Condition<Q, Object> lessOrEqual,
        @Nullable Condition<Q, String> like,
        @Nullable Condition<Q, String> likeIgnoringCase) {
    /// Narrows a query by a variable.
    @FunctionalInterface
    interface Condition<Q, V> {
        void narrow(Q query, String name, V value);
    }

    /// A query that knows of equality only.
    static <Q> VariableConditions<Q> equality(Condition<Q, Object> equal) {
        return new VariableConditions<>(null, equal, null, null, null, null, null, null, null, null, null);
    }

    void apply(Q query, JsonNode conditions) {
        if (!conditions.isArray()) throw ProblemException.badRequest("variables must be an array of conditions.");
        conditions.forEach(condition -> apply(query, Json.asObject(condition)));
    }

    private void apply(Q query, ObjectNode condition) {
        String operation = condition.path("operation").asText("");
        @Nullable Object wanted = VariableValues.value(condition);
        if (wanted == null) throw ProblemException.badRequest("A condition on a variable needs a value.");
        if (!condition.hasNonNull("name")) {
            if (value == null || !operation.equals("equals")) {
                throw ProblemException.badRequest("A condition without a name can only ask for an equal value.");
            }
            value.accept(query, wanted);
            return;
        }
        String name = VariableValues.name(condition);
        switch (operation) {
            case "equals" -> narrow(equal, query, name, wanted);
            case "notEquals" -> narrow(notEqual, query, name, wanted);
            case "equalsIgnoreCase" -> narrowText(equalIgnoringCase, query, name, wanted);
            case "notEqualsIgnoreCase" -> narrowText(notEqualIgnoringCase, query, name, wanted);
            case "greaterThan" -> narrow(greater, query, name, wanted);
            case "greaterThanOrEquals" -> narrow(greaterOrEqual, query, name, wanted);
            case "lessThan" -> narrow(less, query, name, wanted);
            case "lessThanOrEquals" -> narrow(lessOrEqual, query, name, wanted);
            case "like" -> narrowText(like, query, name, wanted);
            case "likeIgnoreCase" -> narrowText(likeIgnoringCase, query, name, wanted);
            default -> throw unsupported(operation);
        }
    }

    private static <Q> void narrow(@Nullable Condition<Q, Object> by, Q query, String name, Object wanted) {
        if (by == null) throw unsupported("this");
        by.narrow(query, name, wanted);
    }

    private static <Q> void narrowText(@Nullable Condition<Q, String> by, Q query, String name, Object wanted) {
        if (by == null) throw unsupported("this");
        if (!(wanted instanceof String text)) {
            throw ProblemException.badRequest("This operation compares texts only: " + name + " is none.");
        }
        by.narrow(query, name, text);
    }

    private static ProblemException unsupported(String operation) {
        return ProblemException.badRequest("The list knows no condition '" + operation + "' on variables.");
    }
}
