package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Sizes;
import java.util.List;
import java.util.Optional;

/// Adds a lane before or after a lane, or as the first or last one of a pool. A pool without lanes gets one for
/// what it holds first. What lies behind moves on to make room.
///
/// @param poolOrLane where to add
/// @param after below (in a vertical pool, to the right), rather than above
public record AddLane(ElementId poolOrLane, boolean after) implements Command {
    private static final double THICKNESS = 120;

    @Override
    public void apply(Transaction transaction) {
        add(transaction);
    }

    /// The new lane; empty if it is nothing that has lanes.
    Optional<ElementId> add(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<ElementId> parent = diagram.element(poolOrLane).flatMap(element -> parent(diagram, element));
        if (parent.isEmpty()
                || diagram.shape(poolOrLane).isEmpty()
                || diagram.shape(parent.get()).isEmpty()
                || LaneWriter.holder(diagram, parent.get()).isEmpty()) {
            return Optional.empty();
        }
        LaneWriter writer = new LaneWriter(transaction, parent.get());
        if (Lanes.inside(diagram, parent.get()).isEmpty()) {
            Shape pool = diagram.shape(parent.get()).orElseThrow();
            Bounds box = Lanes.turn(pool.bounds(), pool.horizontal());
            writer.add(new Bounds(box.x() + Sizes.LANE_STRIP, box.y(), box.width() - Sizes.LANE_STRIP, box.height()));
        }
        Bounds beside = beside(transaction.diagram(), parent.get());
        double cut = after ? beside.bottom() : beside.y();
        MakeSpace.below(transaction, parent.get(), cut, THICKNESS);
        return Optional.of(writer.add(new Bounds(beside.x(), cut, beside.width(), THICKNESS)));
    }

    private Bounds beside(Diagram diagram, ElementId parent) {
        List<Shape> lanes = Lanes.inside(diagram, parent);
        Shape chosen = lanes.stream()
                .filter(lane -> lane.element().equals(poolOrLane))
                .findFirst()
                .orElse(after ? lanes.getLast() : lanes.getFirst());
        return Lanes.turn(chosen.bounds(), Lanes.isHorizontal(diagram, parent));
    }

    /// The pool or lane that gets the new lane.
    private static Optional<ElementId> parent(Diagram diagram, BpmnElement element) {
        if (element.type() != BpmnType.LANE) {
            return Optional.of(element.id()).filter(id -> element.type() == BpmnType.PARTICIPANT);
        }
        Optional<BpmnElement> holder = element.parent()
                .flatMap(diagram::element)
                .flatMap(BpmnElement::parent)
                .flatMap(diagram::element);
        return holder.flatMap(known -> known.type() == BpmnType.LANE
                ? Optional.of(known.id())
                : Lanes.participant(diagram, known.id()).map(BpmnElement::id));
    }
}
