package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.OpenCalls;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.geometry.Bounds;
import java.util.Optional;

/// A sub-process, pool or open call activity grows when something new or moved inside comes near its border or
/// beyond, so that nobody has to make room first.
public final class ContainersGrow implements Behavior {
    private static final double NEAR_SIDE = 15;
    private static final double NEAR_TOP = 2;
    private static final double ROOM_SIDE = 60;
    private static final double ROOM_TOP = 20;

    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        for (ElementId id : changes.touched()) {
            boolean placed = changes.reshaped(id).isPresent()
                    || changes.before().shape(id).isEmpty();
            if (placed) {
                grow(transaction, changes, id);
            }
        }
    }

    private static void grow(Transaction transaction, ChangeSet changes, ElementId id) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> element =
                diagram.element(id).filter(known -> known.type().isFlowNode());
        Optional<Shape> shape = element.flatMap(known -> diagram.shape(id));
        Optional<Shape> container = element.flatMap(known -> container(diagram, known));
        if (shape.isEmpty() || container.isEmpty() || isCarried(changes, container.get())) {
            return;
        }
        Bounds inside = shape.get().bounds();
        Bounds outside = container.get().bounds();
        if (!outside.intersects(inside)) {
            return;
        }
        Bounds grown = grown(outside, inside);
        if (!grown.equals(outside)) {
            transaction.setBounds(container.get(), grown);
            container.map(Shape::element).ifPresent(parent -> grow(transaction, changes, parent));
        }
    }

    private static Bounds grown(Bounds outside, Bounds inside) {
        double left = inside.x() < outside.x() + NEAR_SIDE ? inside.x() - ROOM_SIDE : outside.x();
        double right = inside.right() > outside.right() - NEAR_SIDE ? inside.right() + ROOM_SIDE : outside.right();
        double top = inside.y() < outside.y() + NEAR_TOP ? inside.y() - ROOM_TOP : outside.y();
        double bottom = inside.bottom() > outside.bottom() - NEAR_TOP ? inside.bottom() + ROOM_TOP : outside.bottom();
        return new Bounds(left, top, right - left, bottom - top);
    }

    /// The sub-process it is drawn in, or the call activity, or the pool, whose lanes then grow in step.
    private static Optional<Shape> container(Diagram diagram, BpmnElement element) {
        Optional<BpmnElement> holder = element.type() == BpmnType.BOUNDARY_EVENT
                ? Optional.empty()
                : element.parent().flatMap(diagram::element);
        if (holder.isPresent() && holder.get().type().isSubProcess()) {
            return holder.flatMap(known -> diagram.shape(known.id())).filter(Shape::expanded);
        }
        return holder.filter(known -> known.type() == BpmnType.PROCESS)
                .flatMap(process ->
                        Lanes.participant(diagram, process.id()).or(() -> OpenCalls.of(diagram, process.id())))
                .flatMap(pool -> diagram.shape(pool.id()));
    }

    /// A container that moved in the same gesture carried the element, which is where it was.
    private static boolean isCarried(ChangeSet changes, Shape container) {
        return changes.reshaped(container.element()).isPresent();
    }
}
