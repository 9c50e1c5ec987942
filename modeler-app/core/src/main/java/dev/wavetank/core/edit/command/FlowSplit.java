package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ConnectionLayout;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Outline;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a node into a sequence flow: the flow now ends at the node and a new one leads on to the old target,
/// each along its part of the old line.
final class FlowSplit {
    private FlowSplit() {}

    static void insert(Transaction transaction, ElementId flow, ElementId node) {
        Diagram diagram = transaction.diagram();
        Optional<ElementId> target = diagram.element(flow)
                .flatMap(BpmnElement::target)
                .filter(known -> diagram.element(known).isPresent());
        Optional<Edge> edge = diagram.edge(flow);
        Optional<Shape> shape = diagram.shape(node);
        if (target.isEmpty()
                || target.get().equals(node)
                || !diagram.outgoing(node).isEmpty()
                || !diagram.incoming(node).isEmpty()) {
            return;
        }
        ElementId real = transaction.identify(node);
        transaction.setAttribute(flow, "targetRef", real.value());
        Connect.write(transaction, BpmnType.SEQUENCE_FLOW, real, target.get()).ifPresent(second -> {
            if (edge.isPresent() && shape.isPresent()) {
                boolean along = layOut(transaction, flow, second, edge.get(), shape.get());
                if (!along) {
                    routeAnew(transaction, flow);
                }
            }
        });
    }

    /// The new flow has found its own way already.
    private static void routeAnew(Transaction transaction, ElementId flow) {
        Diagram now = transaction.diagram();
        Optional<BpmnElement> line = now.element(flow);
        line.flatMap(BpmnElement::source)
                .ifPresent(from -> line.flatMap(BpmnElement::target)
                        .flatMap(to -> new ConnectionLayout(now).route(BpmnType.SEQUENCE_FLOW, from, to))
                        .ifPresent(way -> now.edge(flow).ifPresent(edge -> transaction.setWaypoints(edge, way))));
    }

    /// Along the old line; false if the node does not stand on it.
    private static boolean layOut(Transaction transaction, ElementId first, ElementId second, Edge old, Shape node) {
        List<Point> line = old.waypoints();
        Bounds box = node.bounds();
        Outline outline = ConnectionLayout.outline(transaction
                .diagram()
                .element(node.element())
                .map(BpmnElement::type)
                .orElse(BpmnType.TASK));
        int segment = Polyline.nearestSegment(line, box.center());
        boolean coversAnEnd = segment >= 0 && (box.contains(line.getFirst()) || box.contains(line.getLast()));
        if (segment < 0 || coversAnEnd || Polyline.distance(line, box.center()) > box.height()) {
            return false;
        }
        Point crossing = Polyline.project(box.center(), line.get(segment), line.get(segment + 1));
        List<Point> before = new ArrayList<>(outside(line.subList(0, segment + 1), box));
        List<Point> after = new ArrayList<>(outside(line.subList(segment + 1, line.size()), box));
        if (before.isEmpty() || after.isEmpty() || !outline.contains(box, crossing)) {
            return false;
        }
        before.add(outline.crop(box, crossing, before.getLast()));
        after.addFirst(outline.crop(box, crossing, after.getFirst()));
        Diagram now = transaction.diagram();
        now.edge(first).ifPresent(edge -> transaction.setWaypoints(edge, before));
        now.edge(second).ifPresent(edge -> transaction.setWaypoints(edge, after));
        return true;
    }

    private static List<Point> outside(List<Point> points, Bounds box) {
        return points.stream().filter(point -> !box.contains(point)).toList();
    }
}
