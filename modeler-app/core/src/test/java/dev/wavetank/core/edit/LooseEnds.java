package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is wrong with a drawing to the eye: lines that do not reach what they connect, and numbers that are none.
final class LooseEnds {
    private static final double TOLERANCE = 2;

    private final Diagram diagram;
    private final Set<String> found = new TreeSet<>();

    private LooseEnds(Diagram diagram) {
        this.diagram = diagram;
    }

    static Set<String> of(Diagram diagram) {
        var loose = new LooseEnds(diagram);
        for (Plane plane : diagram.planes()) {
            plane.shapes().forEach(loose::check);
            plane.edges().forEach(edge -> loose.check(plane, edge));
        }
        return loose.found;
    }

    private void check(Shape shape) {
        if (!isFinite(shape.bounds())
                || shape.labelBounds().filter(label -> !isFinite(label)).isPresent()) {
            found.add("numbers of " + shape.element());
        }
    }

    private void check(Plane plane, Edge edge) {
        boolean finite = edge.waypoints().stream().allMatch(point -> isFinite(new Bounds(point.x(), point.y(), 0, 0)))
                && edge.labelBounds().filter(label -> !isFinite(label)).isEmpty();
        if (!finite) {
            found.add("numbers of " + edge.element());
        }
        Optional<BpmnElement> line = diagram.element(edge.element());
        if (line.isPresent() && edge.waypoints().size() > 1) {
            line.get()
                    .source()
                    .ifPresent(end -> check(plane, edge, end, edge.waypoints().getFirst()));
            line.get()
                    .target()
                    .ifPresent(end -> check(plane, edge, end, edge.waypoints().getLast()));
        }
    }

    private void check(Plane plane, Edge edge, ElementId end, Point at) {
        boolean loose = plane.shapes().stream()
                .filter(shape -> shape.element().equals(end))
                .anyMatch(shape -> !shape.bounds().inflate(TOLERANCE).contains(at));
        if (loose) {
            found.add("the end of " + edge.element() + " at " + end);
        }
    }

    private static boolean isFinite(Bounds box) {
        return Double.isFinite(box.x())
                && Double.isFinite(box.y())
                && Double.isFinite(box.width())
                && Double.isFinite(box.height())
                && box.width() >= 0
                && box.height() >= 0;
    }
}
