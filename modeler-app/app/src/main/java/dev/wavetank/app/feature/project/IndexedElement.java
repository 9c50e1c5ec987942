package dev.wavetank.app.feature.project;

import java.util.List;
import java.util.Optional;

/// An element of a file of the project, as far as it is searched.
///
/// @param id     empty where the file gives it none
/// @param type   its local name, such as `callActivity`
/// @param name   empty where it has none
/// @param values the other attributes, and those of what it consists of
public record IndexedElement(String id, String type, String name, List<Value> values) {
    /// An attribute as the file writes it.
    public record Value(String attribute, String value) {}

    public IndexedElement {
        values = List.copyOf(values);
    }

    Optional<String> value(String attribute) {
        return values.stream()
                .filter(value -> value.attribute().equals(attribute))
                .map(Value::value)
                .findFirst();
    }

    /// What a person calls it.
    String title() {
        return name.isBlank() ? id : name.replaceAll("\\s+", " ");
    }
}
