package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.ChangeSet.Reshaped;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.xml.XmlElement;
import java.util.Optional;

/// A name that stands inside its shape has the room of the shape. Some programs write down where they put it; once
/// the shape has another size that is wrong, and goes.
public final class EmbeddedLabelsFillTheirShape implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram now = changes.after();
        for (Reshaped reshaped : changes.reshaped()) {
            BpmnType type = now.element(reshaped.id()).map(it -> it.type()).orElse(BpmnType.UNKNOWN);
            if (!reshaped.isMove() && !type.hasExternalLabel()) {
                now.shape(reshaped.id())
                        .filter(shape -> shape.labelBounds().isPresent())
                        .ifPresent(shape -> forget(transaction, shape));
            }
        }
    }

    /// Its font stays, if the file names one.
    private static void forget(Transaction transaction, Shape shape) {
        Optional<XmlElement> label = shape.xml().child(Namespaces.BPMNDI, "BPMNLabel");
        Optional<XmlElement> box = label.flatMap(known -> known.child(Namespaces.DC, "Bounds"));
        if (label.isPresent() && label.get().attributes().isEmpty()) {
            transaction.remove(shape.xml(), label.get());
        } else if (box.isPresent()) {
            transaction.removeFrom(shape.xml(), label.orElseThrow(), box.get());
        }
    }
}
