package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.OpenCalls;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;

/// The process that was drawn inside a call activity goes with it, when that is deleted or becomes something else,
/// unless something else in the file calls it.
public final class OpenedProcessesLeaveWithCalls implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        if (changes.isDrawingOnly()) {
            return;
        }
        Diagram before = changes.before();
        for (ElementId id : changes.touched()) {
            boolean calls = changes.after()
                    .element(id)
                    .map(BpmnElement::type)
                    .filter(BpmnType.CALL_ACTIVITY::equals)
                    .isPresent();
            if (!calls) {
                before.element(id)
                        .flatMap(call -> OpenCalls.process(before, call))
                        .map(BpmnElement::id)
                        .filter(process ->
                                transaction.diagram().mentions(process).isEmpty())
                        .ifPresent(transaction::remove);
            }
        }
    }
}
