package dev.wavetank.core.catalogue;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.OpenCalls;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.MarkerRules;
import dev.wavetank.core.rules.Nature;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells which kind of the catalogue an element of a diagram is.
final class Likeness {
    /// Markers by which entries differ; the others may stand at any of them.
    private static final Set<Marker> TELLING = Set.of(Marker.NON_INTERRUPTING, Marker.COLLECTION, Marker.MULTIPLE);

    private Likeness() {}

    static boolean is(Diagram diagram, BpmnElement element, NodeKind kind) {
        Nature nature = Nature.of(element);
        Nature wanted = kind.nature();
        return nature.type() == wanted.type()
                && nature.events().equals(wanted.events())
                && nature.eventSubProcess() == wanted.eventSubProcess()
                && nature.engineTrigger().equals(wanted.engineTrigger())
                && element.attribute(Namespaces.FLOWABLE, "type")
                        .equals(Optional.ofNullable(kind.flowable().attributes().get("type")))
                && markers(diagram, element)
                        .equals(kind.markers().stream()
                                .filter(TELLING::contains)
                                .collect(Collectors.toSet()))
                && looks(diagram, element, kind);
    }

    private static Set<Marker> markers(Diagram diagram, BpmnElement element) {
        MarkerRules rules = new MarkerRules(diagram);
        return TELLING.stream()
                .filter(marker -> rules.isMarked(element.id(), marker))
                .collect(Collectors.toSet());
    }

    private static boolean looks(Diagram diagram, BpmnElement element, NodeKind kind) {
        Optional<Shape> shape = diagram.shape(element.id());
        return switch (kind.type()) {
            case PARTICIPANT ->
                element.process().isPresent() == kind.expanded()
                        && shape.map(Shape::horizontal).orElse(true) != kind.vertical();
            case CALL_ACTIVITY ->
                (shape.filter(Shape::expanded).isPresent()
                                && OpenCalls.process(diagram, element).isPresent())
                        == kind.expanded();
            case SUB_PROCESS ->
                kind.isEventSubProcess() || shape.map(Shape::expanded).orElse(true) == kind.expanded();
            default -> true;
        };
    }
}
