package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;

/// Puts the external label of an element or connection somewhere else, or gives it another width.
public record MoveLabel(ElementId element, Bounds bounds) implements Command {
    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        diagram.shape(element).ifPresent(shape -> transaction.setLabelBounds(shape.xml(), bounds));
        diagram.edge(element).ifPresent(edge -> transaction.setLabelBounds(edge.xml(), bounds));
    }
}
