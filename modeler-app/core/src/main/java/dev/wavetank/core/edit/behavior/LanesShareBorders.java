package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.ChangeSet.Reshaped;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Sizes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A pool is always filled by its lanes. When the border of a pool or lane moves, all lanes that end there move
/// theirs: the neighbour of a lane gives or takes the space, the outermost ones stretch with their pool, and the
/// pool with its outermost lanes. No lane gets thinner than lanes may be.
///
/// A gesture that made or removed lanes has laid them out itself.
public final class LanesShareBorders implements Behavior {
    private static final double SAME = 1.5;

    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Set<ElementId> done = new HashSet<>();
        for (Reshaped shape : changes.reshaped()) {
            Optional<ElementId> pool = isSwimlane(changes.after(), shape.id()) && !shape.isMove()
                    ? Lanes.pool(changes.after(), shape.id())
                    : Optional.empty();
            pool.filter(done::add).ifPresent(id -> share(transaction, changes, id));
        }
    }

    private static boolean isSwimlane(Diagram diagram, ElementId id) {
        return diagram.element(id)
                .filter(element -> element.type().isSwimlane())
                .isPresent();
    }

    private static void share(Transaction transaction, ChangeSet changes, ElementId pool) {
        List<Shape> members = Lanes.tree(changes.after(), pool);
        boolean laidOut = members.stream()
                        .anyMatch(lane -> changes.before().shape(lane.element()).isEmpty())
                || changes.removed().stream().map(BpmnElement::type).anyMatch(BpmnType.LANE::equals);
        List<Reshaped> moved = members.stream()
                .flatMap(lane -> changes.reshaped(lane.element()).stream())
                .toList();
        if (laidOut || members.size() < 2 || moved.size() == members.size()) {
            return;
        }
        boolean horizontal = Lanes.isHorizontal(changes.after(), pool);
        for (Shape member : members) {
            Bounds before =
                    changes.before().shape(member.element()).orElseThrow().bounds();
            Bounds box = Lanes.turn(before, horizontal);
            for (Reshaped cause : moved) {
                Bounds from = Lanes.turn(cause.before(), horizontal);
                Bounds to = Lanes.turn(cause.after(), horizontal);
                box = follow(
                        box, Lanes.turn(before, horizontal), from, clamped(members, changes, horizontal, from, to));
            }
            transaction.setBounds(member, Lanes.turn(box, horizontal));
        }
    }

    private static Bounds follow(Bounds box, Bounds before, Bounds from, Bounds to) {
        double left = box.x() + to.x() - from.x();
        double right = box.right() + to.right() - from.right();
        double top = edge(box.y(), before.y(), from, to);
        double bottom = edge(box.bottom(), before.bottom(), from, to);
        return new Bounds(left, top, right - left, bottom - top);
    }

    private static double edge(double now, double before, Bounds from, Bounds to) {
        if (Math.abs(before - from.y()) < SAME && to.y() != from.y()) {
            return to.y();
        }
        return Math.abs(before - from.bottom()) < SAME && to.bottom() != from.bottom() ? to.bottom() : now;
    }

    /// The new box of what was resized, such that every lane that ends at one of its borders stays thick enough.
    private static Bounds clamped(List<Shape> members, ChangeSet changes, boolean horizontal, Bounds from, Bounds to) {
        double least = Sizes.minimum(BpmnType.LANE, true, true).height();
        double top = to.y();
        double bottom = to.bottom();
        for (Shape member : members) {
            Bounds box = Lanes.turn(
                    changes.before().shape(member.element()).orElseThrow().bounds(), horizontal);
            double thin = Math.min(least, box.height());
            top = Math.abs(box.bottom() - from.y()) < SAME ? Math.max(top, box.y() + thin) : top;
            top = Math.abs(box.y() - from.y()) < SAME ? Math.min(top, box.bottom() - thin) : top;
            bottom = Math.abs(box.bottom() - from.bottom()) < SAME ? Math.max(bottom, box.y() + thin) : bottom;
            bottom = Math.abs(box.y() - from.bottom()) < SAME ? Math.min(bottom, box.bottom() - thin) : bottom;
        }
        return new Bounds(to.x(), top, to.width(), Math.max(bottom - top, 0));
    }
}
