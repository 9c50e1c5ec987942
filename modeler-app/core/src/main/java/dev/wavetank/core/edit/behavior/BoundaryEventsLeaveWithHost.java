package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;

/// A deleted activity takes its boundary events along.
public final class BoundaryEventsLeaveWithHost implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        for (BpmnElement removed : changes.removed()) {
            changes.before().attachers(removed.id()).forEach(transaction::remove);
        }
    }
}
