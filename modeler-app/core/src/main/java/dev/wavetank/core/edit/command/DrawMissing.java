package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.DiagramInterchange;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Draws the flow nodes and flows that a file names and leaves out of a drawing it has: nodes beside the drawn ones
/// that they are connected with, boundary events on their host, flows between their ends. What is drawn
/// already stays where it is, apart from lines with fewer than two points, which nobody could see.
///
/// What lies in a closed sub-process is hidden on purpose, and a process of which nothing is drawn may be so as
/// well; both are left alone, and so is what has no id to refer to.
public record DrawMissing() implements Command {
    @Override
    public void apply(Transaction transaction) {
        var interchange = new DiagramInterchange(transaction);
        Diagram before = transaction.diagram();
        for (Plane plane : before.planes()) {
            nodes(before, plane, interchange);
        }
        lines(transaction, interchange);
    }

    private static void nodes(Diagram diagram, Plane plane, DiagramInterchange interchange) {
        List<BpmnElement> missing = diagram.elements().stream()
                .filter(element -> isMissing(diagram, element))
                .filter(element -> neighbour(diagram, element)
                        .filter(shape -> isOn(diagram, plane, shape))
                        .isPresent())
                .toList();
        List<BpmnElement> free = missing.stream()
                .filter(element -> host(diagram, element).isEmpty())
                .toList();
        Map<ElementId, Bounds> places = MissingPlaces.of(diagram, plane, free);
        for (BpmnElement element : missing) {
            Bounds place = host(diagram, element)
                    .map(host -> onBorder(element, host))
                    .orElseGet(() -> Objects.requireNonNull(places.get(element.id())));
            List<String> flags = element.type().isSubProcess() ? List.of("isExpanded=false") : List.of();
            interchange.addShape(element.id(), place, plane.xml(), flags);
        }
    }

    private static Optional<Bounds> host(Diagram diagram, BpmnElement event) {
        return event.attachedTo().flatMap(diagram::shape).map(Shape::bounds);
    }

    private static Bounds onBorder(BpmnElement event, Bounds host) {
        Bounds size = MissingPlaces.size(event.type());
        return size.translate(Math.rint(host.right() - size.width()), Math.rint(host.bottom() - size.height() / 2));
    }

    private static boolean isMissing(Diagram diagram, BpmnElement element) {
        return element.type().isFlowNode()
                && !element.id().isSynthetic()
                && diagram.shapes(element.id()).isEmpty();
    }

    /// A flow node drawn in the same container, whose sheet the missing one joins.
    private static Optional<Shape> neighbour(Diagram diagram, BpmnElement element) {
        Optional<BpmnElement> parent = element.parent().flatMap(diagram::element);
        if (parent.isEmpty() || parent.get().type().isSubProcess() && !isOpen(diagram, parent.get())) {
            return Optional.empty();
        }
        return diagram.children(parent.get().id()).stream()
                .filter(sibling -> sibling.type().isFlowNode())
                .flatMap(sibling -> diagram.shape(sibling.id()).stream())
                .findFirst();
    }

    /// Drawn with its content inside, or with a sheet of its own.
    private static boolean isOpen(Diagram diagram, BpmnElement subProcess) {
        return diagram.shape(subProcess.id()).filter(Shape::expanded).isPresent()
                || diagram.planes().stream().anyMatch(plane -> plane.element().equals(Optional.of(subProcess.id())));
    }

    private static boolean isOn(Diagram diagram, Plane plane, Shape shape) {
        return diagram.parentKey(shape.xml().key())
                .equals(OptionalInt.of(plane.xml().key()));
    }

    private static void lines(Transaction transaction, DiagramInterchange interchange) {
        Diagram now = transaction.diagram();
        var layout = new ConnectionLayout(now);
        for (BpmnElement element : now.elements()) {
            boolean flow = element.type() == BpmnType.SEQUENCE_FLOW || element.type() == BpmnType.MESSAGE_FLOW;
            Optional<ElementId> source = element.source();
            Optional<ElementId> target = element.target();
            if (!element.type().isConnection() || source.isEmpty() || target.isEmpty()) {
                continue;
            }
            List<Edge> edges = now.edges(element.id());
            for (Edge edge : edges) {
                if (edge.waypoints().size() < 2) {
                    layout.route(element.type(), source.get(), target.get())
                            .ifPresent(way -> transaction.setWaypoints(edge, way));
                }
            }
            if (flow && edges.isEmpty() && !element.id().isSynthetic() && shareSheet(now, source.get(), target.get())) {
                layout.route(element.type(), source.get(), target.get())
                        .ifPresent(way -> interchange.addEdge(element.id(), way, source.get()));
            }
        }
    }

    private static boolean shareSheet(Diagram diagram, ElementId one, ElementId other) {
        Optional<OptionalInt> first =
                diagram.shape(one).map(it -> diagram.parentKey(it.xml().key()));
        return first.isPresent()
                && first.equals(diagram.shape(other)
                        .map(it -> diagram.parentKey(it.xml().key())));
    }
}
