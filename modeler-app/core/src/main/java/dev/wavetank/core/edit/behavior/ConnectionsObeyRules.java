package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.ConnectionChange;
import dev.wavetank.core.rules.ConnectRules;
import dev.wavetank.core.rules.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When an element goes into another container or becomes something else, its flows become what the rules now
/// give for their ends: a sequence flow that leaves its pool a message flow, and the other way round. Those for
/// which there is nothing are deleted.
public final class ConnectionsObeyRules implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        if (changes.isDrawingOnly()) {
            return;
        }
        Diagram now = changes.after();
        Set<ElementId> suspects = new LinkedHashSet<>();
        for (ElementId id : changes.touched()) {
            Optional<BpmnElement> before = changes.before().element(id);
            Optional<BpmnElement> after = now.element(id);
            if (before.isPresent() && after.isPresent() && isOther(before.get(), after.get())) {
                suspects.addAll(now.incoming(id));
                suspects.addAll(now.outgoing(id));
            }
        }
        for (ElementId id : suspects) {
            now.element(id).ifPresent(flow -> check(transaction, now, flow));
        }
    }

    private static boolean isOther(BpmnElement before, BpmnElement after) {
        return !before.parent().equals(after.parent())
                || before.type() != after.type()
                || !kinds(before).equals(kinds(after))
                || before.isTriggeredByEvent() != after.isTriggeredByEvent()
                || before.isForCompensation() != after.isForCompensation();
    }

    private static List<EventDefinition.Kind> kinds(BpmnElement element) {
        return element.eventDefinitions().stream().map(EventDefinition::kind).toList();
    }

    private static void check(Transaction transaction, Diagram now, BpmnElement flow) {
        boolean watched = flow.type() == BpmnType.SEQUENCE_FLOW
                || flow.type() == BpmnType.MESSAGE_FLOW
                || flow.type().isDataAssociation();
        if (!watched || flow.source().isEmpty() || flow.target().isEmpty()) {
            return;
        }
        Verdict verdict = new ConnectRules(now)
                .canConnect(flow.source().get(), flow.target().get());
        if (!(verdict instanceof Verdict.ConnectedBy(BpmnType type))
                || type != flow.type() && !ConnectionChange.isPossible(flow.type(), type)) {
            transaction.remove(flow.id());
        } else if (type != flow.type()) {
            ConnectionChange.retype(transaction, flow.id(), type);
        }
    }
}
