package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Sizes;
import java.util.Optional;

/// Opens a pool that hides its process, or empties one.
final class PoolReplacement {
    private PoolReplacement() {}

    /// An emptied pool loses its process and all that is drawn in it.
    static void replace(Transaction transaction, BpmnElement pool, NodeKind kind) {
        Optional<BpmnElement> process = pool.process().flatMap(transaction.diagram()::element);
        if (kind.expanded() == process.isPresent()) {
            return;
        }
        if (process.isPresent()) {
            transaction.removeAttribute(pool.id(), "processRef");
            transaction.remove(process.get().id());
        } else {
            ElementId fresh = PoolCreation.addProcess(transaction);
            transaction.setAttribute(pool.id(), "processRef", fresh.value());
        }
        transaction.diagram().shape(pool.id()).ifPresent(shape -> resize(transaction, shape, kind.expanded()));
    }

    private static void resize(Transaction transaction, Shape pool, boolean open) {
        Bounds old = Lanes.turn(pool.bounds(), pool.horizontal());
        double height = Sizes.initial(BpmnType.PARTICIPANT, open, old.center()).height();
        double least = open ? Math.max(height, old.height()) : height;
        transaction.setBounds(pool, Lanes.turn(new Bounds(old.x(), old.y(), old.width(), least), pool.horizontal()));
    }
}
