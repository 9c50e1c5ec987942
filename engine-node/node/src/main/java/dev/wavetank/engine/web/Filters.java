package dev.wavetank.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The parameters that narrow a list, each with what it does to the query: they are described and applied from
/// the same table.
///
/// @param <Q> the query
public final class Filters<Q> {
    private record Filter<Q>(Field field, BiConsumer<Q, Parameters> effect) {}

    private final List<Filter<Q>> filters = new ArrayList<>();

    public Filters<Q> text(String name, BiConsumer<Q, String> effect) {
        return add(Field.text(name), (query, given) -> given.when(name, value -> effect.accept(query, value)));
    }

    /// A text that may only be one of these.
    public Filters<Q> choice(String name, BiConsumer<Q, String> effect, String... choices) {
        return add(
                Field.oneOf(name, choices),
                (query, given) -> given.when(name, value -> {
                    if (!Arrays.asList(choices).contains(value)) {
                        throw ProblemException.badRequest(name + " must be one of " + String.join(", ", choices) + ".");
                    }
                    effect.accept(query, value);
                }));
    }

    public Filters<Q> texts(String name, BiConsumer<Q, List<String>> effect) {
        return add(Field.texts(name), (query, given) -> given.whenList(name, value -> effect.accept(query, value)));
    }

    public Filters<Q> integer(String name, BiConsumer<Q, Integer> effect) {
        return add(
                Field.integer(name),
                (query, given) -> given.integer(name).ifPresent(value -> effect.accept(query, value)));
    }

    public Filters<Q> date(String name, BiConsumer<Q, Date> effect) {
        return instant(name, (query, value) -> effect.accept(query, Date.from(value)));
    }

    public Filters<Q> instant(String name, BiConsumer<Q, Instant> effect) {
        return add(
                Field.instant(name), (query, given) -> given.whenInstant(name, value -> effect.accept(query, value)));
    }

    /// A filter that takes no value: it applies when the flag is true.
    public Filters<Q> whenTrue(String name, Consumer<Q> effect) {
        return add(Field.flag(name), (query, given) -> given.whenTrue(name, () -> effect.accept(query)));
    }

    /// A flag of which both values narrow the list.
    public Filters<Q> either(String name, Consumer<Q> whenTrue, Consumer<Q> whenFalse) {
        return add(
                Field.flag(name),
                (query, given) -> given.whenFlag(name, yes -> (yes ? whenTrue : whenFalse).accept(query)));
    }

    /// A filter with a form of its own.
    public Filters<Q> json(Field field, BiConsumer<Q, JsonNode> effect) {
        return add(field, (query, given) -> given.json(field.name()).ifPresent(value -> effect.accept(query, value)));
    }

    private Filters<Q> add(Field field, BiConsumer<Q, Parameters> effect) {
        filters.add(new Filter<>(field, effect));
        return this;
    }

    public List<Field> fields(Field... more) {
        return Stream.concat(filters.stream().map(Filter::field), Arrays.stream(more))
                .toList();
    }

    public void apply(Q query, Parameters parameters) {
        filters.forEach(filter -> filter.effect.accept(query, parameters));
    }
}
