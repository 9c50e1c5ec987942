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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Nothing refers to what was deleted: lanes forget nodes, nodes forget flows, compensation events their
/// activity, and a data object that nobody shows any more goes with its last reference.
public final class ReferencesLeaveWithElements implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        List<BpmnElement> removed = changes.removed();
        boolean referable = removed.stream()
                .map(BpmnElement::type)
                .anyMatch(type ->
                        type.isFlowNode() || type == BpmnType.SEQUENCE_FLOW || type == BpmnType.DATA_OBJECT_REFERENCE);
        if (!referable) {
            return;
        }
        Set<ElementId> gone = removed.stream().map(BpmnElement::id).collect(Collectors.toCollection(HashSet::new));
        Diagram now = changes.after();
        for (BpmnElement element : now.elements()) {
            switch (element.type()) {
                case LANE -> forget(transaction, element, "flowNodeRef", gone);
                case END_EVENT, INTERMEDIATE_THROW_EVENT -> forgetActivity(transaction, element, gone);
                default -> {}
            }
            if (element.type().isFlowNode()) {
                forget(transaction, element, "incoming", gone);
                forget(transaction, element, "outgoing", gone);
            }
        }
        removed.stream()
                .filter(element -> element.type() == BpmnType.DATA_OBJECT_REFERENCE)
                .flatMap(element -> element.reference("dataObjectRef").stream())
                .filter(object -> isOrphan(now, object))
                .distinct()
                .forEach(transaction::remove);
    }

    private static void forget(Transaction transaction, BpmnElement holder, String child, Set<ElementId> gone) {
        for (XmlElement reference : holder.xml().children(Namespaces.BPMN, child)) {
            if (gone.stream().anyMatch(id -> ElementIds.names(reference.text(), id))) {
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
        return now.element(object)
                .flatMap(BpmnElement::parent)
                .map(parent -> now.contents(parent).stream()
                        .noneMatch(element -> element.reference("dataObjectRef")
                                .filter(object::equals)
                                .isPresent()))
                .orElse(false);
    }
}
