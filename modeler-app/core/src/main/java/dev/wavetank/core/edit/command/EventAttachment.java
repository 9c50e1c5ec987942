package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.rules.ShapeRules;
import java.util.Optional;

/// Turns intermediate events into boundary events and back. The event stays the same element: id, name,
/// definition, extensions and the flows that are still legal.
final class EventAttachment {
    private EventAttachment() {}

    /// Makes the event one of `host`'s boundary events. A flow that led to it is for the rules to drop.
    static void attach(Transaction transaction, ElementId event, ElementId host) {
        ElementId real = transaction.identify(host);
        transaction.edit(
                event,
                xml -> xml.withName(xml.name().sibling(BpmnType.BOUNDARY_EVENT.localName()))
                        .withAttribute("attachedToRef", real.value()));
        Diagram now = transaction.diagram();
        Optional<BpmnElement> holder = now.element(real).flatMap(activity -> Placement.enclosing(now, activity));
        holder.ifPresent(container -> Placement.inside(transaction, event, container));
    }

    /// Makes a boundary event an intermediate one in what `onto` stands for.
    static void detach(Transaction transaction, ElementId event, Optional<ElementId> onto) {
        Optional<BpmnType> type = transaction.diagram().element(event).map(ShapeRules::detached);
        type.ifPresent(becomes -> {
            transaction.edit(
                    event,
                    xml -> xml.withName(xml.name().sibling(becomes.localName()))
                            .withoutAttribute("", "attachedToRef")
                            .withoutAttribute("", "cancelActivity"));
            Placement.into(transaction, event, onto);
        });
    }
}
