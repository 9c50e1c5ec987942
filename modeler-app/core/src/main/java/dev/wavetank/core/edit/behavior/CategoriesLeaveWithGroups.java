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

/// The category value of a deleted group goes with it, and the category that held it alone, unless something else
/// in the file still has that value.
public final class CategoriesLeaveWithGroups implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Set<ElementId> values = new LinkedHashSet<>();
        for (BpmnElement removed : changes.removed()) {
            if (removed.type() == BpmnType.GROUP) {
                removed.reference("categoryValueRef").ifPresent(values::add);
            }
        }
        for (ElementId id : values) {
            Diagram now = transaction.diagram();
            now.element(id)
                    .filter(value -> value.type() == BpmnType.CATEGORY_VALUE && !isUsed(now, id))
                    .ifPresent(value -> remove(transaction, now, value));
        }
    }

    private static boolean isUsed(Diagram now, ElementId value) {
        return now.elements().stream()
                .anyMatch(element -> element.reference("categoryValueRef")
                                .filter(value::equals)
                                .isPresent()
                        || element.references("categoryValueRef").contains(value));
    }

    private static void remove(Transaction transaction, Diagram now, BpmnElement value) {
        Optional<BpmnElement> category =
                value.parent().flatMap(now::element).filter(it -> it.type() == BpmnType.CATEGORY);
        boolean alone = category.filter(it -> now.children(it.id()).size() == 1).isPresent();
        transaction.remove(alone ? category.get().id() : value.id());
    }
}
