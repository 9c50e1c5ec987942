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
import java.util.Optional;
import java.util.OptionalInt;

/// Draws the flow nodes and flows that a file names and leaves out of a drawing it has: nodes in rows below
/// everything that stands on their sheet, boundary events on their host, flows between their ends. What is drawn
/// already stays where it is, apart from lines with fewer than two points, which nobody could see.
///
/// What lies in a closed sub-process is hidden on purpose, and a process of which nothing is drawn may be so as
/// well; both are left alone, and so is what has no id to refer to.
public record DrawMissing() implements Command {
    private static final double GAP = 60;
    private static final int PER_ROW = 8;
    private static final double CELL_WIDTH = 160;
    private static final double CELL_HEIGHT = 140;

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
        Optional<Bounds> drawn = plane.shapes().stream().map(Shape::bounds).reduce(Bounds::union);
        int placed = 0;
        for (BpmnElement element : diagram.elements()) {
            if (!isMissing(diagram, element)) {
                continue;
            }
            Optional<Shape> beside = neighbour(diagram, element).filter(shape -> isOn(diagram, plane, shape));
            if (beside.isEmpty() || drawn.isEmpty()) {
                continue;
            }
            Bounds size = size(element.type());
            Optional<Bounds> host = element.attachedTo().flatMap(diagram::shape).map(Shape::bounds);
            double x = drawn.get().x() + placed % PER_ROW * CELL_WIDTH;
            double y = drawn.get().bottom() + GAP + Math.floorDiv(placed, PER_ROW) * CELL_HEIGHT;
            if (host.isPresent()) {
                x = host.get().right() - size.width();
                y = host.get().bottom() - size.height() / 2;
            } else {
                placed++;
            }
            List<String> flags = element.type().isSubProcess() ? List.of("isExpanded=false") : List.of();
            interchange.addShape(
                    element.id(),
                    new Bounds(Math.rint(x), Math.rint(y), size.width(), size.height()),
                    beside.map(Shape::element),
                    flags);
        }
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

    private static Bounds size(BpmnType type) {
        return type.isEvent()
                ? new Bounds(0, 0, 36, 36)
                : type.isGateway() ? new Bounds(0, 0, 50, 50) : new Bounds(0, 0, 100, 80);
    }
}
