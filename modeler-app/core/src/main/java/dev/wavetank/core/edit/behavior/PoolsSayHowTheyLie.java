package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.ChangeSet.Reshaped;
import dev.wavetank.core.edit.Transaction;
import java.util.Optional;

/// A pool or lane that gets another size says from then on whether it lies or stands, since programs guess
/// differently where a file is silent.
public final class PoolsSayHowTheyLie implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Diagram now = changes.after();
        for (Reshaped reshaped : changes.reshaped()) {
            Optional<Shape> silent = now.element(reshaped.id())
                    .filter(element -> element.type().isSwimlane() && !reshaped.isMove())
                    .flatMap(element -> now.shape(element.id()))
                    .filter(shape -> shape.xml().attribute("isHorizontal").isEmpty());
            silent.ifPresent(shape -> transaction.edit(
                    shape.xml(), xml -> xml.withAttribute("isHorizontal", Boolean.toString(shape.horizontal()))));
        }
    }
}
