package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The `flowable:field` elements of a task: what the engine's own kinds are given, such as the address that is called
/// or the decision that is asked for. A value stands in an attribute or in a child.
public final class EngineFields {
    static final Set<String> ATTRIBUTES = Set.of("stringValue", "expression");
    static final Set<String> CHILDREN = Set.of("string", "expression");

    private EngineFields() {}

    /// The names in the order of the file.
    public static List<String> names(BpmnElement task) {
        return task.extensions().stream()
                .filter(EngineFields::isField)
                .flatMap(field -> field.attribute("name").stream())
                .distinct()
                .toList();
    }

    /// Empty without such a field.
    public static Optional<String> value(BpmnElement task, String name) {
        return task.extensions().stream()
                .filter(field -> isField(field) && isCalled(field, name))
                .findFirst()
                .map(EngineFields::value);
    }

    private static String value(XmlElement field) {
        return ATTRIBUTES.stream()
                .flatMap(attribute -> field.attribute(attribute).stream())
                .findFirst()
                .or(() -> field.children().stream()
                        .filter(child -> CHILDREN.contains(child.name().local()))
                        .map(child -> child.text().strip())
                        .findFirst())
                .orElse("");
    }

    static boolean isField(XmlElement extension) {
        return extension.name().is(Namespaces.FLOWABLE, "field");
    }

    static boolean isCalled(XmlElement field, String name) {
        return field.attribute("name").filter(name::equals).isPresent();
    }
}
