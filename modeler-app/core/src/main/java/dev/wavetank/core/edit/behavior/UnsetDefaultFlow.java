package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import java.util.Optional;

/// A flow that was deleted or begins elsewhere now is no longer its old source's default.
public final class UnsetDefaultFlow implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        if (changes.isDrawingOnly()) {
            return;
        }
        Diagram now = changes.after();
        for (ElementId id : changes.touched()) {
            Optional<BpmnElement> before =
                    changes.before().element(id).filter(flow -> flow.type() == BpmnType.SEQUENCE_FLOW);
            Optional<ElementId> source = now.element(id).flatMap(BpmnElement::source);
            before.flatMap(BpmnElement::source)
                    .filter(old -> !source.equals(Optional.of(old)))
                    .flatMap(now::element)
                    .filter(old -> old.defaultFlow().equals(Optional.of(id)))
                    .ifPresent(old -> transaction.removeAttribute(old.id(), "default"));
        }
    }
}
