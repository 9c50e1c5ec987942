package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts shapes in line, at one of their sides or at their middle. Boundary events and lanes keep to what they
/// belong to.
public record AlignElements(Set<ElementId> elements, Line line) implements Command {
    /// Where shapes are in line.
    public enum Line {
        LEFT,
        CENTER,
        RIGHT,
        TOP,
        MIDDLE,
        BOTTOM
    }

    public AlignElements {
        elements = Set.copyOf(elements);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        List<Shape> shapes = Movable.of(diagram, elements);
        Optional<Bounds> around = shapes.stream().map(Shape::bounds).reduce(Bounds::union);
        if (shapes.size() < 2 || around.isEmpty()) {
            return;
        }
        for (Shape shape : shapes) {
            Bounds box = shape.bounds();
            Bounds all = around.get();
            double dx = switch (line) {
                case LEFT -> all.x() - box.x();
                case CENTER -> Math.round(all.center().x() - box.center().x());
                case RIGHT -> all.right() - box.right();
                case TOP, MIDDLE, BOTTOM -> 0;
            };
            double dy = switch (line) {
                case TOP -> all.y() - box.y();
                case MIDDLE -> Math.round(all.center().y() - box.center().y());
                case BOTTOM -> all.bottom() - box.bottom();
                case LEFT, CENTER, RIGHT -> 0;
            };
            transaction.setBounds(shape, box.translate(dx, dy));
        }
    }
}
