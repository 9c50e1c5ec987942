package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.rules.Nature;
import dev.wavetank.core.rules.ScopeRules;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// An event that comes into a container where there is none of its kind becomes a blank one: a timer start in a
/// sub-process, a cancel end outside a transaction. Only in an event sub-process a start event says that it does
/// not interrupt.
public final class EventsFitTheirScope implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        if (changes.isDrawingOnly()) {
            return;
        }
        Diagram now = changes.after();
        Set<BpmnElement> events = new LinkedHashSet<>();
        for (ElementId id : changes.touched()) {
            Optional<BpmnElement> before = changes.before().element(id);
            Optional<BpmnElement> after = now.element(id);
            if (after.isEmpty()) {
                continue;
            }
            if (after.get().type().isEvent()
                    && !before.map(BpmnElement::parent).equals(after.map(BpmnElement::parent))) {
                events.add(after.get());
            }
            boolean otherScope = after.get().type().isSubProcess()
                    && before.filter(old -> old.type() == after.get().type()
                                    && old.isTriggeredByEvent() == after.get().isTriggeredByEvent())
                            .isEmpty();
            if (otherScope) {
                now.children(id).stream()
                        .filter(child -> child.type().isEvent())
                        .forEach(events::add);
            }
        }
        events.forEach(event -> fit(transaction, now, event));
    }

    private static void fit(Transaction transaction, Diagram now, BpmnElement event) {
        Optional<BpmnElement> holder = event.parent().flatMap(now::element);
        if (!ScopeRules.canStand(Nature.of(event), holder).isAllowed()) {
            new ReplaceElement(event.id(), NodeKind.of(event.type())).apply(transaction);
        }
        boolean free = event.type() == BpmnType.START_EVENT
                && event.attribute("isInterrupting").isPresent()
                && holder.filter(BpmnElement::isTriggeredByEvent).isEmpty();
        if (free) {
            transaction.removeAttribute(event.id(), "isInterrupting");
        }
    }
}
