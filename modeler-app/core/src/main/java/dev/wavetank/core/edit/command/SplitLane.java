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
import java.util.Optional;

/// Divides a pool or lane that has no lanes into several of the same thickness. It grows if they would be too
/// thin.
public record SplitLane(ElementId poolOrLane, int parts) implements Command {
    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<Shape> shape = diagram.shape(poolOrLane);
        Optional<BpmnElement> holder = LaneWriter.holder(diagram, poolOrLane);
        if (parts < 2
                || shape.isEmpty()
                || holder.isEmpty()
                || !Lanes.inside(diagram, poolOrLane).isEmpty()) {
            return;
        }
        boolean horizontal = shape.get().horizontal();
        Bounds box = Lanes.turn(shape.get().bounds(), horizontal);
        double least = Sizes.minimum(BpmnType.LANE, true, true).height() * parts;
        if (box.height() < least) {
            MakeSpace.below(transaction, poolOrLane, box.bottom(), least - box.height());
            box = Lanes.turn(
                    transaction.diagram().shape(poolOrLane).orElseThrow().bounds(), horizontal);
        }
        LaneWriter writer = new LaneWriter(transaction, poolOrLane);
        double thickness = Math.floor(box.height() / parts);
        for (int i = 0; i < parts; i++) {
            double top = box.y() + i * thickness;
            double bottom = i == parts - 1 ? box.bottom() : top + thickness;
            writer.add(new Bounds(box.x() + Sizes.LANE_STRIP, top, box.width() - Sizes.LANE_STRIP, bottom - top));
        }
    }
}
