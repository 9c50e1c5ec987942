package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.geometry.Bounds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The space of a deleted lane goes to the lanes beside it, half each; lanes inside those stretch along. A lane
/// set that has lost its last lane goes too.
public final class NeighboursTakeLaneSpace implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Set<ElementId> sets = new LinkedHashSet<>();
        for (BpmnElement removed : changes.removed()) {
            if (removed.type() == BpmnType.LANE) {
                removed.parent()
                        .filter(set -> changes.after().element(set).isPresent())
                        .ifPresent(sets::add);
            }
        }
        sets.forEach(set -> close(transaction, changes, set));
    }

    private static void close(Transaction transaction, ChangeSet changes, ElementId set) {
        Diagram now = changes.after();
        if (now.children(set).isEmpty()) {
            transaction.remove(set);
            return;
        }
        Optional<ElementId> holder =
                now.element(set).flatMap(BpmnElement::parent).flatMap(id -> drawn(now, id));
        if (holder.isEmpty()) {
            return;
        }
        List<Shape> before = Lanes.inside(changes.before(), holder.get());
        List<Shape> left = Lanes.inside(now, holder.get());
        if (before.isEmpty() || left.isEmpty()) {
            return;
        }
        boolean horizontal = Lanes.isHorizontal(now, holder.get());
        double start = Lanes.turn(before.getFirst().bounds(), horizontal).y();
        double end = Lanes.turn(before.getLast().bounds(), horizontal).bottom();
        for (int i = 0; i < left.size(); i++) {
            Bounds box = Lanes.turn(left.get(i).bounds(), horizontal);
            double top = i == 0 ? start : middle(Lanes.turn(left.get(i - 1).bounds(), horizontal), box);
            double bottom = i == left.size() - 1
                    ? end
                    : middle(box, Lanes.turn(left.get(i + 1).bounds(), horizontal));
            stretch(transaction, now, left.get(i), top - box.y(), bottom - box.bottom(), horizontal);
        }
    }

    private static double middle(Bounds upper, Bounds lower) {
        return Math.round((upper.bottom() + lower.y()) / 2);
    }

    private static void stretch(
            Transaction transaction, Diagram now, Shape lane, double top, double bottom, boolean horizontal) {
        Bounds box = Lanes.turn(lane.bounds(), horizontal);
        Bounds taller = new Bounds(box.x(), box.y() + top, box.width(), box.height() - top + bottom);
        transaction.setBounds(lane, Lanes.turn(taller, horizontal));
        List<Shape> inside = Lanes.inside(now, lane.element());
        for (int i = 0; i < inside.size(); i++) {
            double ownTop = i == 0 ? top : 0;
            double ownBottom = i == inside.size() - 1 ? bottom : 0;
            stretch(transaction, now, inside.get(i), ownTop, ownBottom, horizontal);
        }
    }

    /// The pool of a process, or the lane itself.
    private static Optional<ElementId> drawn(Diagram diagram, ElementId processOrLane) {
        return diagram.element(processOrLane)
                .filter(element -> element.type() == BpmnType.LANE)
                .map(BpmnElement::id)
                .or(() -> Lanes.participant(diagram, processOrLane).map(BpmnElement::id));
    }
}
