package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.Nature;
import dev.wavetank.core.rules.Sizes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What is to be created: a type and the variations of it which one can pick in a palette.
///
/// @param event the definition of an event
/// @param expanded of a sub-process or pool: its content is shown
/// @param vertical of a pool: its name stands at the top and its flow runs down
/// @param attributes BPMN attributes to set, such as `triggeredByEvent` = `true`
/// @param flowable what only the engine knows
public record NodeKind(
        BpmnType type,
        Optional<EventDefinition.Kind> event,
        boolean expanded,
        boolean vertical,
        Map<String, String> attributes,
        FlowableParts flowable,
        Set<Marker> markers) {
    private static final String EVENT_SUB_PROCESS = "triggeredByEvent";

    public NodeKind {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        EnumSet<Marker> ordered = EnumSet.noneOf(Marker.class);
        ordered.addAll(markers);
        markers = Collections.unmodifiableSet(ordered);
    }

    public static NodeKind of(BpmnType type) {
        return new NodeKind(
                type, Optional.empty(), type == BpmnType.PARTICIPANT, false, Map.of(), FlowableParts.NONE, Set.of());
    }

    public static NodeKind event(BpmnType type, EventDefinition.Kind kind) {
        return new NodeKind(type, Optional.of(kind), false, false, Map.of(), FlowableParts.NONE, Set.of());
    }

    /// The sub-process that an event starts.
    public static NodeKind eventSubProcess() {
        return of(BpmnType.SUB_PROCESS).with(EVENT_SUB_PROCESS, "true");
    }

    /// With its content shown.
    public NodeKind asExpanded() {
        return asExpanded(true);
    }

    /// With its content shown or hidden.
    public NodeKind asExpanded(boolean shown) {
        return new NodeKind(type, event, shown, vertical, attributes, flowable, markers);
    }

    public NodeKind asVertical() {
        return new NodeKind(type, event, expanded, true, attributes, flowable, markers);
    }

    /// With a BPMN attribute.
    public NodeKind with(String attribute, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new NodeKind(type, event, expanded, vertical, more, flowable, markers);
    }

    public NodeKind with(FlowableParts parts) {
        return new NodeKind(type, event, expanded, vertical, attributes, parts, markers);
    }

    public NodeKind with(Marker marker) {
        Set<Marker> more = EnumSet.of(marker);
        more.addAll(markers);
        return new NodeKind(type, event, expanded, vertical, attributes, flowable, more);
    }

    /// The same as another type, such as a boundary event instead of an intermediate one.
    NodeKind as(BpmnType other) {
        return new NodeKind(other, event, expanded, vertical, attributes, flowable, markers);
    }

    public boolean isEventSubProcess() {
        return "true".equals(attributes.get(EVENT_SUB_PROCESS));
    }

    /// What the rules look at.
    public Nature nature() {
        return new Nature(
                type,
                event.map(List::of).orElse(List.of()),
                Nature.trigger(flowable.elements().stream().map(FlowableParts.Element::local)),
                isEventSubProcess(),
                markers.contains(Marker.COMPENSATION));
    }

    /// The box of a new one around `center`.
    public Bounds around(Point center) {
        Bounds box = Sizes.initial(type, expanded, center);
        return vertical
                ? new Bounds(center.x() - box.height() / 2, center.y() - box.width() / 2, box.height(), box.width())
                : box;
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
