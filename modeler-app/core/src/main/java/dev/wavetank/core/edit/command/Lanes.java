package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The lanes of a pool as they are drawn. Everything is told as for a horizontal pool, whose lanes lie one below
/// the other; `turn` makes a vertical one look so.
public final class Lanes {
    private Lanes() {}

    /// The drawn lanes directly inside a pool or lane, in the order in which they are stacked.
    public static List<Shape> inside(Diagram diagram, ElementId poolOrLane) {
        Optional<BpmnElement> element = diagram.element(poolOrLane);
        Optional<ElementId> holder = element.flatMap(
                known -> known.type() == BpmnType.PARTICIPANT ? known.process() : Optional.of(known.id()));
        boolean horizontal = isHorizontal(diagram, poolOrLane);
        return holder.stream()
                .flatMap(id -> diagram.children(id).stream())
                .filter(set -> set.type() == BpmnType.LANE_SET || set.type() == BpmnType.CHILD_LANE_SET)
                .flatMap(set -> diagram.children(set.id()).stream())
                .flatMap(lane -> diagram.shape(lane.id()).stream())
                .sorted(Comparator.comparingDouble(
                        lane -> turn(lane.bounds(), horizontal).y()))
                .toList();
    }

    /// The pool and all of its lanes at any depth, outer ones first.
    public static List<Shape> tree(Diagram diagram, ElementId pool) {
        List<Shape> members = new ArrayList<>();
        diagram.shape(pool).ifPresent(members::add);
        for (int i = 0; i < members.size(); i++) {
            members.addAll(inside(diagram, members.get(i).element()));
        }
        return members;
    }

    /// The pool of a lane, or the pool itself.
    public static Optional<ElementId> pool(Diagram diagram, ElementId poolOrLane) {
        Optional<BpmnElement> holder = diagram.element(poolOrLane);
        while (holder.isPresent() && holder.get().type() != BpmnType.PARTICIPANT) {
            Optional<BpmnElement> at = holder;
            holder = at.get().type() == BpmnType.PROCESS
                    ? participant(diagram, at.get().id())
                    : at.get().parent().flatMap(diagram::element);
        }
        return holder.map(BpmnElement::id);
    }

    /// The pool that shows a process.
    public static Optional<BpmnElement> participant(Diagram diagram, ElementId process) {
        return diagram.mentions(process).stream()
                .flatMap(id -> diagram.element(id).stream())
                .filter(element -> element.type() == BpmnType.PARTICIPANT)
                .findFirst();
    }

    public static boolean isHorizontal(Diagram diagram, ElementId poolOrLane) {
        return diagram.shape(poolOrLane).map(Shape::horizontal).orElse(true);
    }

    /// The box with its axes exchanged unless the pool is horizontal. Turned twice it is itself.
    public static Bounds turn(Bounds box, boolean horizontal) {
        return horizontal ? box : new Bounds(box.y(), box.x(), box.height(), box.width());
    }
}
