package dev.wavetank.core.paint.notation;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Event definitions that stand at the root of the file and that events name by `eventDefinitionRef`.
public final class EventReferences {
    private EventReferences() {}

    public static boolean has(BpmnElement element) {
        return element.type().isEvent()
                && !element.references("eventDefinitionRef").isEmpty();
    }

    /// The definitions that the event names; those that are not in the file are left out.
    public static List<EventDefinition> of(BpmnElement event, Function<ElementId, Optional<BpmnElement>> elements) {
        List<EventDefinition> known =
                root(event, elements).map(BpmnElement::eventDefinitions).orElse(List.of());
        return event.references("eventDefinitionRef").stream()
                .flatMap(id -> known.stream()
                        .filter(definition -> definition
                                .xml()
                                .attribute("id")
                                .map(ElementId::new)
                                .equals(Optional.of(id)))
                        .limit(1))
                .toList();
    }

    /// The element that holds the definitions.
    public static Optional<BpmnElement> root(BpmnElement event, Function<ElementId, Optional<BpmnElement>> elements) {
        Optional<BpmnElement> at = Optional.of(event);
        while (at.isPresent() && at.get().type() != BpmnType.DEFINITIONS) {
            at = at.get().parent().flatMap(elements);
        }
        return at;
    }
}
