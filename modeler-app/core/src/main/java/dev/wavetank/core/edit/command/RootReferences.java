package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What elements share with others and refer to at the root of their file: messages, signals, errors,
/// escalations, categories, data stores and what those are made of.
final class RootReferences {
    /// The attributes that name such an element.
    static final Set<String> ATTRIBUTES = Set.of(
            "dataStoreRef",
            "messageRef",
            "signalRef",
            "errorRef",
            "escalationRef",
            "operationRef",
            "itemRef",
            "itemSubjectRef",
            "structureRef",
            "categoryValueRef");

    private RootReferences() {}

    /// In an order in which each comes after those it refers to.
    static List<BpmnElement> of(Diagram diagram, List<BpmnElement> elements) {
        Map<ElementId, BpmnElement> found = new LinkedHashMap<>();
        elements.forEach(element -> collect(diagram, element.xml(), found));
        return List.copyOf(found.values());
    }

    private static void collect(Diagram diagram, XmlElement xml, Map<ElementId, BpmnElement> found) {
        for (String attribute : ATTRIBUTES) {
            xml.attribute(attribute)
                    .map(written -> new ElementId(
                            written.substring(written.indexOf(':') + 1).strip()))
                    .flatMap(diagram::element)
                    .flatMap(referred -> atRoot(diagram, referred))
                    .filter(root -> !found.containsKey(root.id()))
                    .ifPresent(root -> {
                        collect(diagram, root.xml(), found);
                        found.put(root.id(), root);
                    });
        }
        xml.children().forEach(child -> collect(diagram, child, found));
    }

    /// The element itself, or the category around a value.
    private static Optional<BpmnElement> atRoot(Diagram diagram, BpmnElement referred) {
        return switch (referred.type()) {
            case MESSAGE, SIGNAL, ERROR, ESCALATION, ITEM_DEFINITION, DATA_STORE -> Optional.of(referred);
            case CATEGORY_VALUE ->
                referred.parent().flatMap(diagram::element).filter(it -> it.type() == BpmnType.CATEGORY);
            default -> Optional.empty();
        };
    }
}
