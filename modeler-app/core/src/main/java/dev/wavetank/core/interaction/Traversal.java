package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Point;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The order in which the keyboard goes through a plane: along the flows from each start, depth first, then
/// whatever no flow reaches, in file order. From a connection it goes on to where that leads, or back to where it
/// comes from.
public final class Traversal {
    private Traversal() {}

    public static Optional<ElementId> next(Diagram diagram, Plane plane, Set<ElementId> selection, boolean backwards) {
        Optional<BpmnElement> line = one(selection)
                .flatMap(diagram::element)
                .filter(element -> element.type().isConnection());
        if (line.isPresent()) {
            return line.flatMap(flow -> backwards ? flow.source() : flow.target());
        }
        List<ElementId> order = order(diagram, plane);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        int at = one(selection).map(order::indexOf).orElse(-1);
        if (at < 0) {
            return Optional.of(backwards ? order.getLast() : order.getFirst());
        }
        int to = backwards ? at - 1 : at + 1;
        return to >= 0 && to < order.size() ? Optional.of(order.get(to)) : Optional.empty();
    }

    private static Optional<ElementId> one(Set<ElementId> selection) {
        return selection.size() == 1 ? Optional.of(selection.iterator().next()) : Optional.empty();
    }

    /// One connection out of the selected element, then the next one, then the first again.
    public static Optional<ElementId> nextFlow(Diagram diagram, Set<ElementId> selection) {
        Optional<ElementId> at = one(selection);
        Optional<ElementId> source = at.flatMap(diagram::element)
                .filter(element -> element.type().isConnection())
                .flatMap(BpmnElement::source)
                .or(() -> at);
        List<ElementId> flows = source.map(diagram::outgoing).orElse(List.of());
        int next = at.map(flows::indexOf).orElse(-1) + 1;
        return flows.isEmpty() ? Optional.empty() : Optional.of(flows.get(next % flows.size()));
    }

    /// The next element in that order, beginning after `from` and going round, that is wanted.
    static Optional<ElementId> nextOf(
            Diagram diagram, Plane plane, ElementId from, boolean backwards, Predicate<ElementId> wanted) {
        List<ElementId> order = order(diagram, plane);
        int size = order.size();
        int at = order.indexOf(from);
        return IntStream.rangeClosed(1, size)
                .map(step -> Math.floorMod(at + (backwards ? -step : step), size))
                .mapToObj(order::get)
                .filter(wanted)
                .findFirst();
    }

    /// The nearest element on one side of `from` that is wanted: what lies straight ahead comes before what lies
    /// aside.
    ///
    /// @param x -1 for the left, 1 for the right
    /// @param y -1 for above, 1 for below
    static Optional<ElementId> towards(Plane plane, ElementId from, int x, int y, Predicate<ElementId> wanted) {
        Optional<Point> start = plane.shapes().stream()
                .filter(shape -> shape.element().equals(from))
                .map(shape -> shape.bounds().center())
                .findFirst();
        return start.flatMap(at -> plane.shapes().stream()
                .filter(shape -> ahead(at, shape, x, y) > 0 && aside(at, shape, x, y) <= 2 * ahead(at, shape, x, y))
                .sorted(Comparator.comparingDouble(shape -> ahead(at, shape, x, y) + 2 * aside(at, shape, x, y)))
                .map(Shape::element)
                .filter(wanted)
                .findFirst());
    }

    private static double ahead(Point from, Shape shape, int x, int y) {
        Point to = shape.bounds().center();
        return (to.x() - from.x()) * x + (to.y() - from.y()) * y;
    }

    private static double aside(Point from, Shape shape, int x, int y) {
        Point to = shape.bounds().center();
        return Math.abs((to.x() - from.x()) * y + (to.y() - from.y()) * x);
    }

    /// All of a plane in that order.
    public static List<ElementId> order(Diagram diagram, Plane plane) {
        Set<ElementId> drawn = new LinkedHashSet<>();
        plane.shapes().stream().map(Shape::element).forEach(drawn::add);
        Set<ElementId> order = new LinkedHashSet<>();
        for (ElementId id : drawn) {
            if (diagram.element(id)
                    .filter(it -> it.type() == BpmnType.START_EVENT)
                    .isPresent()) {
                follow(diagram, id, drawn, order);
            }
        }
        drawn.forEach(id -> follow(diagram, id, drawn, order));
        return List.copyOf(order);
    }

    /// Without recursion: a file may hold a flow of twenty thousand steps.
    private static void follow(Diagram diagram, ElementId from, Set<ElementId> drawn, Set<ElementId> order) {
        var open = new java.util.ArrayDeque<ElementId>();
        open.push(from);
        while (!open.isEmpty()) {
            ElementId id = open.pop();
            if (!drawn.contains(id) || !order.add(id)) {
                continue;
            }
            List<ElementId> targets = diagram.outgoing(id).stream()
                    .flatMap(flow -> diagram.element(flow).flatMap(BpmnElement::target).stream())
                    .toList();
            targets.reversed().forEach(open::push);
        }
    }
}
