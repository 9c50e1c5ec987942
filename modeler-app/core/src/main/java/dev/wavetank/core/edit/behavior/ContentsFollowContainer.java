package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.ChangeSet.Reshaped;
import dev.wavetank.core.edit.Transaction;
import java.util.HashSet;
import java.util.Set;

/// What is drawn inside a pool, an expanded sub-process or an open call activity moves along with it, unless it was
/// moved itself.
public final class ContentsFollowContainer implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram diagram = changes.after();
        Set<ElementId> moved = new HashSet<>();
        for (Reshaped container : changes.reshaped()) {
            if (container.isMove() && isOpen(diagram, container.id())) {
                for (BpmnElement inside : diagram.carried(container.id())) {
                    boolean follows = changes.reshaped(inside.id()).isEmpty() && moved.add(inside.id());
                    if (follows && onSameSheet(diagram, container.id(), inside.id())) {
                        diagram.shape(inside.id())
                                .ifPresent(shape -> transaction.setBounds(
                                        shape, shape.bounds().translate(container.dx(), container.dy())));
                    }
                }
            }
        }
    }

    private static boolean isOpen(Diagram diagram, ElementId id) {
        return diagram.element(id)
                .filter(element -> element.type().isContainer() || element.type() == BpmnType.CALL_ACTIVITY)
                .flatMap(element -> diagram.shape(id))
                .filter(shape -> shape.expanded()
                        || diagram.element(id).orElseThrow().type().isSwimlane())
                .isPresent();
    }

    /// The content of a collapsed sub-process stands on a sheet of its own.
    private static boolean onSameSheet(Diagram diagram, ElementId one, ElementId other) {
        var here = diagram.shape(one).map(shape -> diagram.parentKey(shape.xml().key()));
        var there =
                diagram.shape(other).map(shape -> diagram.parentKey(shape.xml().key()));
        return here.equals(there);
    }
}
