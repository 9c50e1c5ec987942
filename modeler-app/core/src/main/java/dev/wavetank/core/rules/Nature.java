package dev.wavetank.core.rules;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the rules look at in an element, so that they can judge one that is not there yet.
///
/// @param events what triggers an event or what it raises
/// @param engineTrigger the extension by which only the engine knows the trigger, such as `eventType`
public record Nature(
        BpmnType type,
        List<Kind> events,
        Optional<String> engineTrigger,
        boolean eventSubProcess,
        boolean forCompensation) {
    /// The extension by which an element waits for an event of the event registry, or sends one.
    public static final String EVENT_REGISTRY = "eventType";

    /// The extension by which an event waits for a variable to change.
    public static final String VARIABLE_LISTENER = "variableListenerEventDefinition";

    private static final Set<String> TRIGGERS = Set.of(EVENT_REGISTRY, VARIABLE_LISTENER);

    public Nature {
        events = List.copyOf(events);
    }

    public static Nature of(BpmnElement element) {
        return new Nature(
                element.type(),
                element.eventDefinitions().stream().map(EventDefinition::kind).toList(),
                trigger(element.extensions().stream()
                        .map(XmlElement::name)
                        .filter(name -> name.namespace().equals(Namespaces.FLOWABLE))
                        .map(XmlName::local)),
                element.isTriggeredByEvent(),
                element.isForCompensation());
    }

    /// The first of the extensions that is a trigger.
    public static Optional<String> trigger(Stream<String> extensions) {
        return extensions.filter(TRIGGERS::contains).findFirst();
    }

    boolean has(Kind kind) {
        return events.contains(kind);
    }

    boolean isOnly(Kind kind) {
        return events.equals(List.of(kind));
    }
}
