package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Sheets;
import java.util.Optional;
import java.util.Set;

/// Draws a group around elements.
public record GroupElements(Set<ElementId> elements) implements Command {
    private static final double PADDING = 20;

    public GroupElements {
        elements = Set.copyOf(elements);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Optional<Shape> one =
                elements.stream().flatMap(id -> diagram.shape(id).stream()).findFirst();
        Optional<Bounds> around = elements.stream()
                .flatMap(id -> diagram.shape(id).stream())
                .map(Shape::bounds)
                .reduce(Bounds::union)
                .map(box -> box.inflate(PADDING));
        if (one.isEmpty() || around.isEmpty()) {
            return;
        }
        int sheet = Sheets.of(diagram, one.get().element());
        new CreateShape(NodeKind.of(BpmnType.GROUP), around.get().center(), Optional.empty(), sheet)
                .create(transaction)
                .flatMap(group -> transaction.diagram().shape(group))
                .ifPresent(group -> transaction.setBounds(group, around.get()));
    }
}
