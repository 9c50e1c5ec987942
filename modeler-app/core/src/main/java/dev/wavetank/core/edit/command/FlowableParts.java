package dev.wavetank.core.edit.command;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What makes a BPMN element one of the engine's own kinds: attributes and extension elements in Flowable's
/// namespace.
///
/// @param attributes such as `type` = `http`, by local name
/// @param elements what stands in `extensionElements`
public record FlowableParts(Map<String, String> attributes, List<Element> elements) {
    public static final FlowableParts NONE = new FlowableParts(Map.of(), List.of());

    /// One extension element; its attributes have no namespace.
    public record Element(String local, Map<String, String> attributes, List<Element> children, String text) {
        public Element {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
            children = List.copyOf(children);
        }
    }

    public FlowableParts {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        elements = List.copyOf(elements);
    }

    /// A task whose `flowable:type` says what it does, with the fields that this kind needs.
    ///
    /// @param fields values by name; an empty one is for the modeller to fill
    public static FlowableParts task(String type, Map<String, String> fields) {
        List<Element> elements = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> new Element(
                                "field",
                                Map.of("name", field.getKey()),
                                List.of(new Element("string", Map.of(), List.of(), field.getValue())),
                                ""))
                        .toList();
        return new FlowableParts(Map.of("type", type), elements);
    }

    /// With one more attribute.
    public FlowableParts with(String attribute, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new FlowableParts(more, elements);
    }

    /// With one more extension element.
    public FlowableParts with(Element element) {
        return new FlowableParts(
                attributes, Stream.concat(elements.stream(), Stream.of(element)).toList());
    }
}
