package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Connections at a deleted element go with it, and associations at those connections too.
public final class ConnectionsLeaveWithEnds implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram now = changes.after();
        Deque<ElementId> gone = new ArrayDeque<>();
        changes.removed().stream().map(BpmnElement::id).forEach(gone::add);
        Set<ElementId> seen = new HashSet<>();
        while (!gone.isEmpty()) {
            ElementId id = gone.pop();
            if (!seen.add(id)) { // in a damaged file connections may end at each other or at themselves
                continue;
            }
            for (ElementId connection : now.incoming(id)) {
                remove(transaction, now, connection, gone);
            }
            for (ElementId connection : now.outgoing(id)) {
                remove(transaction, now, connection, gone);
            }
        }
    }

    private static void remove(Transaction transaction, Diagram now, ElementId connection, Deque<ElementId> gone) {
        if (now.element(connection).isPresent()) {
            transaction.remove(connection);
            gone.push(connection);
        }
    }
}
