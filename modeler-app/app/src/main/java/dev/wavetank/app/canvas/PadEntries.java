package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.catalogue.Entry;
import dev.wavetank.core.catalogue.Offers;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.ShapeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the context pad offers for one element, by its type and by what the rules allow.
final class PadEntries {
    /// Something that can be appended.
    ///
    /// @param words its key in the message bundle
    record Append(String id, String words, NodeKind kind) {}

    private static final List<String> USUAL =
            List.of("user-task", "exclusive-gateway", "end-event", "intermediate-event", "service-task");
    private static final List<String> AFTER_EVENT_GATEWAY =
            List.of("catch-message", "catch-timer", "catch-signal", "catch-conditional", "receive-task");
    /// The names that the entries had before there was a catalogue.
    private static final Map<String, String> SHORT = Map.of(
            "user-task", "task",
            "exclusive-gateway", "gateway",
            "end-event", "end",
            "intermediate-event", "intermediate",
            "service-task", "service",
            "text-annotation", "annotation");

    private final Diagram diagram;
    private final BpmnElement element;
    private final Set<String> appendable;
    private final List<Entry> offered;
    private final boolean replaceable;

    PadEntries(Diagram diagram, BpmnElement element) {
        this.diagram = diagram;
        this.element = element;
        var offers = new Offers(diagram);
        offered = offers.appendTo(element.id());
        appendable = offered.stream().map(Entry::id).collect(Collectors.toSet());
        replaceable = !offers.replaceBy(element.id()).isEmpty()
                || !offers.toggles(element.id()).isEmpty();
    }

    List<Append> appends() {
        List<Append> appends = new ArrayList<>();
        if (element.type() == BpmnType.BOUNDARY_EVENT && element.hasEventDefinition(Kind.COMPENSATE)) {
            if (diagram.outgoing(element.id()).isEmpty()) {
                appends.add(new Append(
                        "append-compensation",
                        "pad.append-compensation",
                        NodeKind.of(BpmnType.TASK).with(Marker.COMPENSATION)));
            }
        } else if (element.type().isFlowNode()) {
            List<String> wanted = element.type() == BpmnType.EVENT_BASED_GATEWAY ? AFTER_EVENT_GATEWAY : USUAL;
            wanted.forEach(id -> add(appends, id));
        }
        add(appends, "text-annotation");
        return appends;
    }

    private void add(List<Append> appends, String id) {
        offered.stream()
                .filter(entry -> entry.id().equals(id))
                .forEach(entry ->
                        appends.add(new Append("append-" + SHORT.getOrDefault(id, id), entry.nameKey(), entry.kind())));
    }

    /// More than annotations.
    boolean canAppendMore() {
        return appendable.size() > 1 && element.type().isFlowNode();
    }

    boolean canReplace() {
        return replaceable;
    }

    boolean canConnect() {
        return !element.type().isConnection() && element.type() != BpmnType.GROUP;
    }

    boolean isSwimlane() {
        return element.type() == BpmnType.LANE
                || element.type() == BpmnType.PARTICIPANT && element.process().isPresent();
    }

    /// Whether it holds lanes already, so that it cannot be divided itself.
    boolean isDivided() {
        return !Lanes.inside(diagram, element.id()).isEmpty();
    }

    boolean canToggleExpanded() {
        return new ShapeRules(diagram).canToggleExpanded(element.id()).isAllowed();
    }

    boolean isExpanded() {
        return diagram.shape(element.id()).map(Shape::expanded).orElse(true);
    }

    /// Whether nothing follows where something should.
    static boolean isLooseEnd(Diagram diagram, BpmnElement element) {
        return element.type().isFlowNode()
                && element.type() != BpmnType.END_EVENT
                && !element.isTriggeredByEvent()
                && !element.isForCompensation()
                && diagram.outgoing(element.id()).stream()
                        .flatMap(id -> diagram.element(id).stream())
                        .noneMatch(flow -> flow.type() == BpmnType.SEQUENCE_FLOW)
                && !(element.type() == BpmnType.BOUNDARY_EVENT && element.hasEventDefinition(Kind.COMPENSATE));
    }

    /// What the entries depend on.
    List<Object> meaning() {
        return List.of(
                element.id(),
                element.type(),
                appends(),
                replaceable,
                isSwimlane() && isDivided(),
                canToggleExpanded() && isExpanded());
    }
}
