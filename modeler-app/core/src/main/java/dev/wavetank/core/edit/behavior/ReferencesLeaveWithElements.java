package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Nothing refers to what was deleted: lanes forget nodes, nodes forget flows, compensation events their
/// activity, pools their process, and a data object that nobody shows any more goes with its last reference.
public final class ReferencesLeaveWithElements implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        List<BpmnElement> removed = changes.removed();
        if (removed.isEmpty()) {
            return;
        }
        Set<ElementId> gone = removed.stream().map(BpmnElement::id).collect(Collectors.toCollection(HashSet::new));
        Diagram now = changes.after();
        now.lanes().forEach(lane -> forget(transaction, lane, "flowNodeRef", gone));
        Set<ElementId> speakers = new LinkedHashSet<>();
        gone.forEach(id -> speakers.addAll(now.mentions(id)));
        for (ElementId speaker : speakers) {
            now.element(speaker).ifPresent(element -> {
                forget(transaction, element, "incoming", gone);
                forget(transaction, element, "outgoing", gone);
                forgetActivity(transaction, element, gone);
                element.reference("dataObjectRef")
                        .filter(gone::contains)
                        .ifPresent(object -> transaction.removeAttribute(speaker, "dataObjectRef"));
                element.process()
                        .filter(gone::contains)
                        .ifPresent(process -> transaction.removeAttribute(speaker, "processRef"));
            });
        }
        removed.stream()
                .filter(ReferencesLeaveWithElements::isSpecified)
                .forEach(item -> unspecify(transaction, now, item));
        removed.stream()
                .filter(element -> element.type() == BpmnType.DATA_OBJECT_REFERENCE)
                .flatMap(element -> element.reference("dataObjectRef").stream())
                .filter(object -> isOrphan(now, object))
                .distinct()
                .forEach(transaction::remove);
    }

    private static boolean isSpecified(BpmnElement element) {
        return element.type() == BpmnType.DATA_INPUT || element.type() == BpmnType.DATA_OUTPUT;
    }

    /// Takes an input or output out of the sets of its specification.
    private static void unspecify(Transaction transaction, Diagram now, BpmnElement item) {
        Optional<XmlElement> specification = item.parent().flatMap(now::element).map(BpmnElement::xml);
        for (XmlElement set : specification.map(XmlElement::children).orElse(List.of())) {
            for (XmlElement reference : set.children()) {
                if (ElementIds.names(reference.text(), item.id())) {
                    transaction.removeFrom(specification.orElseThrow(), set, reference);
                }
            }
        }
    }

    private static void forget(Transaction transaction, BpmnElement holder, String child, Set<ElementId> gone) {
        for (XmlElement reference : holder.xml().children(Namespaces.BPMN, child)) {
            if (gone.contains(ElementIds.named(reference.text()))) {
                transaction.remove(holder.xml(), reference);
            }
        }
    }

    private static void forgetActivity(Transaction transaction, BpmnElement event, Set<ElementId> gone) {
        for (EventDefinition definition : event.eventDefinitions()) {
            if (definition.kind() == EventDefinition.Kind.COMPENSATE
                    && definition.reference().filter(gone::contains).isPresent()) {
                transaction.edit(
                        event.id(),
                        xml -> xml.mapChildren(
                                child -> child.key() == definition.xml().key()
                                        ? child.withoutAttribute("", "activityRef")
                                        : child));
            }
        }
    }

    private static boolean isOrphan(Diagram now, ElementId object) {
        return now.element(object).isPresent()
                && now.mentions(object).isEmpty()
                && now.outgoing(object).isEmpty()
                && now.incoming(object).isEmpty();
    }
}
