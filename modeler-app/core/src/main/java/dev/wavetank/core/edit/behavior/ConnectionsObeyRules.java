package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.ConnectRules;
import dev.wavetank.core.rules.Verdict;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// When an element goes into another container, flows that would now cross a border which flows cannot cross
/// are deleted.
public final class ConnectionsObeyRules implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram now = changes.after();
        Set<ElementId> crossing = new LinkedHashSet<>();
        for (ElementId id : changes.touched()) {
            Optional<ElementId> before = changes.before().element(id).flatMap(BpmnElement::parent);
            Optional<ElementId> after = now.element(id).flatMap(BpmnElement::parent);
            if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                crossing.addAll(now.incoming(id));
                crossing.addAll(now.outgoing(id));
            }
        }
        for (ElementId id : crossing) {
            now.element(id).filter(flow -> !isLegal(now, flow)).ifPresent(flow -> transaction.remove(id));
        }
    }

    private static boolean isLegal(Diagram now, BpmnElement flow) {
        boolean watched = flow.type() == BpmnType.SEQUENCE_FLOW || flow.type() == BpmnType.MESSAGE_FLOW;
        if (!watched || flow.source().isEmpty() || flow.target().isEmpty()) {
            return true;
        }
        Verdict verdict = new ConnectRules(now)
                .canConnect(flow.source().get(), flow.target().get());
        return verdict instanceof Verdict.ConnectedBy by && by.connection() == flow.type();
    }
}
