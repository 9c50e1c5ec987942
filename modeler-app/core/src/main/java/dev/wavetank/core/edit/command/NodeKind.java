package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.EventDefinition;
import java.util.Map;
import java.util.Optional;

/// What is to be created: a type and the variations of it which one can pick in a palette.
///
/// @param event the definition of an event
/// @param expanded of a sub-process or pool: its content is shown
/// @param attributes BPMN attributes to set, such as `triggeredByEvent` = `true`
public record NodeKind(
        BpmnType type, Optional<EventDefinition.Kind> event, boolean expanded, Map<String, String> attributes) {
    public NodeKind {
        attributes = Map.copyOf(attributes);
    }

    public static NodeKind of(BpmnType type) {
        return new NodeKind(type, Optional.empty(), type == BpmnType.PARTICIPANT, Map.of());
    }

    public static NodeKind event(BpmnType type, EventDefinition.Kind kind) {
        return new NodeKind(type, Optional.of(kind), false, Map.of());
    }

    /// With its content shown.
    public NodeKind asExpanded() {
        return new NodeKind(type, event, true, attributes);
    }

    /// The first part of the ids of such elements, as the common editors have it.
    String idPrefix() {
        if (type.isActivity()) {
            return "Activity";
        }
        if (type.isEvent()) {
            return type == BpmnType.START_EVENT ? "StartEvent" : "Event";
        }
        if (type.isGateway()) {
            return "Gateway";
        }
        String local = type.localName();
        return Character.toUpperCase(local.charAt(0)) + local.substring(1);
    }
}
