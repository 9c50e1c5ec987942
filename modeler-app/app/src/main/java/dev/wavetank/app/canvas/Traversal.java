package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The order in which the keyboard goes through a plane: along the flows from each start, depth first, then
/// whatever no flow reaches, in file order.
final class Traversal {
    private Traversal() {}

    static Optional<ElementId> next(Diagram diagram, Plane plane, Set<ElementId> selection, boolean backwards) {
        List<ElementId> order = order(diagram, plane);
        if (order.isEmpty()) {
            return Optional.empty();
        }
        int at = selection.size() == 1 ? order.indexOf(selection.iterator().next()) : -1;
        if (at < 0) {
            return Optional.of(backwards ? order.getLast() : order.getFirst());
        }
        int to = backwards ? at - 1 : at + 1;
        return to >= 0 && to < order.size() ? Optional.of(order.get(to)) : Optional.empty();
    }

    static List<ElementId> order(Diagram diagram, Plane plane) {
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
