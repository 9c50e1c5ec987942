package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What an event-based gateway waits for is reached from the gateway alone (BPMN 2.0 section 10.6.6): other flows
/// to it go when it is connected, or when the gateway becomes one of that kind.
public final class EventGatewayOwnsItsTargets implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        if (changes.isDrawingOnly()) {
            return;
        }
        Diagram now = changes.after();
        Set<ElementId> flows = new LinkedHashSet<>();
        for (ElementId id : changes.touched()) {
            if (leaves(now, id) && !leaves(changes.before(), id)) {
                flows.add(id);
            }
            if (isEventBased(now, id) && !isEventBased(changes.before(), id)) {
                flows.addAll(now.outgoing(id));
            }
        }
        flows.forEach(flow -> claim(transaction, changes, flow));
    }

    /// Takes the target for itself; what came along with the flow, as when both are pasted, stays as it was.
    private static void claim(Transaction transaction, ChangeSet changes, ElementId flow) {
        Diagram now = changes.after();
        Optional<ElementId> target = now.element(flow).flatMap(BpmnElement::target);
        target.stream()
                .flatMap(id -> now.incoming(id).stream())
                .filter(other -> !other.equals(flow))
                .filter(other -> changes.before().element(other).isPresent())
                .filter(other -> now.element(other)
                        .filter(line -> line.type() == BpmnType.SEQUENCE_FLOW)
                        .isPresent())
                .filter(other -> !leaves(now, other))
                .forEach(transaction::remove);
    }

    private static boolean leaves(Diagram diagram, ElementId flow) {
        return diagram.element(flow)
                .filter(line -> line.type() == BpmnType.SEQUENCE_FLOW)
                .flatMap(BpmnElement::source)
                .filter(source -> isEventBased(diagram, source))
                .isPresent();
    }

    private static boolean isEventBased(Diagram diagram, ElementId id) {
        return diagram.element(id)
                .filter(it -> it.type() == BpmnType.EVENT_BASED_GATEWAY)
                .isPresent();
    }
}
