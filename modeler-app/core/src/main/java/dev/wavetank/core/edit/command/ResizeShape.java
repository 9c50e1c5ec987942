package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.ShapeRules;
import dev.wavetank.core.rules.Sizes;
import java.util.Optional;

/// Gives a shape other bounds, not below its smallest size.
public record ResizeShape(ElementId id, Bounds bounds) implements Command {
    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        allowed(diagram).ifPresent(now -> diagram.shape(id).ifPresent(shape -> transaction.setBounds(shape, now)));
    }

    /// The bounds that the shape gets; empty if it is not drawn or has one size.
    public Optional<Bounds> allowed(Diagram diagram) {
        BpmnType type = diagram.element(id).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
        return diagram.shape(id)
                .filter(shape -> new ShapeRules(diagram).canResize(id).isAllowed())
                .map(shape -> atLeast(shape, type));
    }

    /// A side that would come too near to its opposite stops; the opposite side stays where it was.
    private Bounds atLeast(Shape shape, BpmnType type) {
        Bounds smallest = Sizes.minimum(type, shape.expanded(), shape.horizontal());
        Bounds old = shape.bounds();
        double width = Math.max(bounds.width(), Math.min(smallest.width(), old.width()));
        double height = Math.max(bounds.height(), Math.min(smallest.height(), old.height()));
        double x = bounds.x() == old.x() ? old.x() : bounds.right() - width;
        double y = bounds.y() == old.y() ? old.y() : bounds.bottom() - height;
        return new Bounds(x, y, width, height);
    }
}
