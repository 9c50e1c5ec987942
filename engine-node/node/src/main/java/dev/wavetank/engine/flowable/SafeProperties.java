package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.common.engine.api.FlowableIllegalArgumentException;
import org.flowable.common.engine.impl.javax.el.BeanELResolver;
import org.flowable.common.engine.impl.javax.el.ELContext;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.task.service.delegate.DelegateTask;
import org.flowable.variable.api.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/// The last resolver of the expression language, in place of the one that reaches every getter and every method of
/// every object: `${''.getClass()…}` ran any code in the engine.
///
/// What is reachable is listed here by type; everything else is refused, so that a new type is closed until it is
/// opened. Lists, maps and JSON are read by the resolvers before this one.
final class SafeProperties extends BeanELResolver {
    /// Properties and methods that a type opens to expressions.
    private record Opening(Class<?> type, Set<String> properties, Set<String> methods) {}

    private static final List<Opening> OPENINGS = List.of(
            new Opening(
                    DelegateExecution.class,
                    Set.of(
                            "id",
                            "processInstanceId",
                            "rootProcessInstanceId",
                            "processInstanceBusinessKey",
                            "processDefinitionId",
                            "currentActivityId",
                            "currentActivityName",
                            "eventName",
                            "parentId",
                            "tenantId"),
                    Set.of()),
            new Opening(
                    DelegateTask.class,
                    Set.of(
                            "id",
                            "name",
                            "description",
                            "assignee",
                            "owner",
                            "priority",
                            "createTime",
                            "dueDate",
                            "executionId",
                            "processInstanceId",
                            "processDefinitionId",
                            "taskDefinitionKey",
                            "eventName",
                            "tenantId"),
                    Set.of()),
            new Opening(
                    VariableScope.class,
                    Set.of(),
                    Set.of(
                            "getVariable",
                            "getVariableLocal",
                            "hasVariable",
                            "setVariable",
                            "setVariableLocal",
                            "removeVariable")),
            new Opening(
                    String.class,
                    Set.of("empty"),
                    Set.of(
                            "contains",
                            "startsWith",
                            "endsWith",
                            "equals",
                            "equalsIgnoreCase",
                            "isBlank",
                            "isEmpty",
                            "length",
                            "toLowerCase",
                            "toUpperCase",
                            "trim",
                            "substring",
                            "indexOf")),
            new Opening(Number.class, Set.of(), Set.of("intValue", "longValue", "doubleValue", "equals")),
            new Opening(Boolean.class, Set.of(), Set.of("equals")),
            new Opening(Date.class, Set.of("time"), Set.of("before", "after", "equals", "getTime")),
            new Opening(Temporal.class, Set.of(), Set.of("isBefore", "isAfter", "equals", "toString")),
            new Opening(Collection.class, Set.of("empty"), Set.of("size", "isEmpty", "contains", "get", "indexOf")),
            new Opening(Map.class, Set.of(), Set.of("size", "isEmpty", "get", "containsKey")),
            new Opening(
                    JsonNode.class,
                    Set.of(),
                    Set.of(
                            "asText",
                            "asInt",
                            "asLong",
                            "asDouble",
                            "asBoolean",
                            "size",
                            "get",
                            "path",
                            "has",
                            "isNull")));

    SafeProperties() {
        super(true);
    }

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        if (base != null && !opens(base, String.valueOf(property), false)) throw refused(base, property);
        return super.getValue(context, base, property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?>[] parameterTypes, Object[] parameters) {
        if (base != null && !opens(base, String.valueOf(method), true)) throw refused(base, method + "()");
        return super.invoke(context, base, method, parameterTypes, parameters);
    }

    private static boolean opens(Object base, String member, boolean method) {
        return OPENINGS.stream()
                .filter(opening -> opening.type().isInstance(base))
                .anyMatch(opening -> (method ? opening.methods() : opening.properties()).contains(member));
    }

    private static FlowableIllegalArgumentException refused(Object base, Object member) {
        return new FlowableIllegalArgumentException("Expressions may not use '" + member + "' of "
                + base.getClass().getSimpleName() + ": only variables, registered delegates and listed members.");
    }
}
