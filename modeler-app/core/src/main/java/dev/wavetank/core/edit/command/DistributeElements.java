package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Gives three or more shapes the same gaps between them; the outermost ones stay.
///
/// @param horizontal from left to right, rather than from top to bottom
public record DistributeElements(Set<ElementId> elements, boolean horizontal) implements Command {
    public DistributeElements {
        elements = Set.copyOf(elements);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        List<Shape> shapes = Movable.of(diagram, elements).stream()
                .sorted(Comparator.comparingDouble(
                        shape -> turned(shape).center().y()))
                .toList();
        if (shapes.size() < 3) {
            return;
        }
        double start = turned(shapes.getFirst()).y();
        double end = turned(shapes.getLast()).bottom();
        double filled =
                shapes.stream().mapToDouble(shape -> turned(shape).height()).sum();
        double gap = (end - start - filled) / (shapes.size() - 1);
        double at = start;
        for (Shape shape : shapes.subList(0, shapes.size() - 1)) {
            Bounds box = turned(shape);
            Bounds moved = new Bounds(box.x(), Math.round(at), box.width(), box.height());
            transaction.setBounds(shape, Lanes.turn(moved, !horizontal));
            at += box.height() + gap;
        }
    }

    /// So that what is distributed lies below each other.
    private Bounds turned(Shape shape) {
        return Lanes.turn(shape.bounds(), !horizontal);
    }
}
