package dev.wavetank.core.catalogue;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.command.FlowableParts;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.rules.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// All events: where they stand, and what triggers them or what they raise (BPMN 2.0, table 10.93), with the
/// triggers that only the engine knows.
final class EventEntries {
    private static final List<Kind> STARTS = List.of(Kind.MESSAGE, Kind.TIMER, Kind.CONDITIONAL, Kind.SIGNAL);
    private static final List<Kind> EVENT_SUB_PROCESS_STARTS = List.of(Kind.ERROR, Kind.ESCALATION, Kind.COMPENSATE);
    private static final List<Kind> CATCHES =
            List.of(Kind.MESSAGE, Kind.TIMER, Kind.CONDITIONAL, Kind.SIGNAL, Kind.LINK);
    private static final List<Kind> THROWS =
            List.of(Kind.MESSAGE, Kind.SIGNAL, Kind.ESCALATION, Kind.LINK, Kind.COMPENSATE);
    private static final List<Kind> ENDS = List.of(
            Kind.MESSAGE, Kind.SIGNAL, Kind.ERROR, Kind.ESCALATION, Kind.COMPENSATE, Kind.CANCEL, Kind.TERMINATE);
    private static final List<Kind> BOUNDARIES = List.of(
            Kind.MESSAGE,
            Kind.TIMER,
            Kind.CONDITIONAL,
            Kind.SIGNAL,
            Kind.ERROR,
            Kind.ESCALATION,
            Kind.COMPENSATE,
            Kind.CANCEL);
    /// Those after which what runs may go on.
    private static final List<Kind> HARMLESS =
            List.of(Kind.MESSAGE, Kind.TIMER, Kind.CONDITIONAL, Kind.SIGNAL, Kind.ESCALATION);

    private static final FlowableParts EVENT_REGISTRY =
            FlowableParts.NONE.with(new FlowableParts.Element("eventType", Map.of(), List.of(), ""));
    private static final FlowableParts VARIABLE_LISTENER = FlowableParts.NONE.with(new FlowableParts.Element(
            "variableListenerEventDefinition", Map.of("variableName", "variable"), List.of(), ""));

    private final List<Entry> entries = new ArrayList<>();

    static List<Entry> all() {
        EventEntries events = new EventEntries();
        events.starts();
        events.intermediate();
        events.boundaries();
        events.ends();
        return events.entries;
    }

    private void starts() {
        BpmnType type = BpmnType.START_EVENT;
        add("start-event", Category.START_EVENTS, NodeKind.of(type));
        STARTS.forEach(kind -> add("start", Category.START_EVENTS, type, kind));
        EVENT_SUB_PROCESS_STARTS.forEach(kind -> add("start", Category.START_EVENTS, type, kind));
        engine("start", Category.START_EVENTS, NodeKind.of(type));
        HARMLESS.forEach(kind -> nonInterrupting("start", Category.START_EVENTS, type, kind));
    }

    private void intermediate() {
        add("intermediate-event", Category.INTERMEDIATE_EVENTS, NodeKind.of(BpmnType.INTERMEDIATE_THROW_EVENT));
        CATCHES.forEach(kind -> add("catch", Category.INTERMEDIATE_EVENTS, BpmnType.INTERMEDIATE_CATCH_EVENT, kind));
        engine("catch", Category.INTERMEDIATE_EVENTS, NodeKind.of(BpmnType.INTERMEDIATE_CATCH_EVENT));
        THROWS.forEach(kind -> add("throw", Category.INTERMEDIATE_EVENTS, BpmnType.INTERMEDIATE_THROW_EVENT, kind));
    }

    private void boundaries() {
        BpmnType type = BpmnType.BOUNDARY_EVENT;
        BOUNDARIES.forEach(kind -> add("boundary", Category.BOUNDARY_EVENTS, type, kind));
        engine("boundary", Category.BOUNDARY_EVENTS, NodeKind.of(type));
        HARMLESS.forEach(kind -> nonInterrupting("boundary", Category.BOUNDARY_EVENTS, type, kind));
    }

    private void ends() {
        add("end-event", Category.END_EVENTS, NodeKind.of(BpmnType.END_EVENT));
        ENDS.forEach(kind -> add("end", Category.END_EVENTS, BpmnType.END_EVENT, kind));
    }

    private void add(String position, Category category, BpmnType type, Kind kind) {
        add(position + '-' + word(kind), category, NodeKind.event(type, kind));
    }

    private void nonInterrupting(String position, Category category, BpmnType type, Kind kind) {
        add(
                position + '-' + word(kind) + "-non-interrupting",
                category,
                NodeKind.event(type, kind).with(Marker.NON_INTERRUPTING));
    }

    private void engine(String position, Category category, NodeKind blank) {
        add(position + "-event-registry", category, blank.with(EVENT_REGISTRY));
        add(position + "-variable-listener", category, blank.with(VARIABLE_LISTENER));
    }

    private void add(String id, Category category, NodeKind kind) {
        entries.add(new Entry(id, category, kind, false));
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case MESSAGE -> "message";
            case TIMER -> "timer";
            case CONDITIONAL -> "conditional";
            case SIGNAL -> "signal";
            case ERROR -> "error";
            case ESCALATION -> "escalation";
            case COMPENSATE -> "compensation";
            case LINK -> "link";
            case CANCEL -> "cancel";
            case TERMINATE -> "terminate";
        };
    }
}
