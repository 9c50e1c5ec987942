package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.Connect;
import java.util.LinkedHashSet;
import java.util.Set;

/// The empty property that stands for the target of data input associations goes with the last of them.
public final class PlaceholdersLeaveWithAssociations implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram now = changes.after();
        Set<ElementId> holders = new LinkedHashSet<>();
        for (BpmnElement removed : changes.removed()) {
            if (removed.type() == BpmnType.DATA_INPUT_ASSOCIATION) {
                removed.parent().filter(id -> now.element(id).isPresent()).ifPresent(holders::add);
            }
        }
        for (ElementId id : holders) {
            for (BpmnElement child : now.children(id)) {
                if (Connect.isPlaceholder(child.xml()) && !isTarget(now, id, child.id())) {
                    transaction.remove(child.xml());
                }
            }
        }
    }

    private static boolean isTarget(Diagram now, ElementId holder, ElementId placeholder) {
        return now.children(holder).stream()
                .filter(child -> child.type() == BpmnType.DATA_INPUT_ASSOCIATION)
                .anyMatch(line -> line.references("targetRef").contains(placeholder));
    }
}
