package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import java.util.List;

/// Puts what collapsed sub-processes hold on sheets of their own, in files that draw it on the sheet where it
/// cannot be seen, as programs did before sheets could show sub-processes.
public record HideContents() implements Command {
    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        List<ElementId> closed = diagram.elements().stream()
                .filter(element -> element.type().isSubProcess())
                .map(BpmnElement::id)
                .filter(id -> !id.isSynthetic())
                .filter(id ->
                        diagram.shape(id).filter(shape -> !shape.expanded()).isPresent())
                .toList();
        for (ElementId id : closed) { // the outer before the inner, whose content may have come along with it
            if (SubProcessSheets.isDrawnBeside(transaction.diagram(), id)) {
                SubProcessSheets.hide(transaction, id);
            }
        }
    }
}
