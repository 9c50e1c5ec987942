package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import java.util.Optional;
import java.util.Set;

/// Deletes elements. Their connections, boundary events, labels, references and drawing go with them, and a
/// flow through a deleted node is closed again. Elements that exist only as a drawing lose that.
public record DeleteElements(Set<ElementId> elements) implements Command {
    public DeleteElements {
        elements = Set.copyOf(elements);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        for (ElementId id : elements) {
            Optional<BpmnElement> element = diagram.element(id);
            element.map(BpmnElement::type)
                    .filter(BpmnType.PARTICIPANT::equals)
                    .flatMap(pool -> element.get().process())
                    .ifPresent(transaction::remove);
            if (element.isPresent()) {
                transaction.remove(id);
            } else {
                diagram.shapes(id).stream().map(Shape::xml).forEach(transaction::remove);
                diagram.edges(id).forEach(edge -> transaction.remove(edge.xml()));
            }
        }
    }
}
