package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.rules.Sizes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Makes space on a sheet, or takes it away: what lies beyond a line moves, and containers through which the
/// line runs get larger or smaller.
///
/// @param sheet the index of the sheet among the diagram's planes
/// @param horizontal the line is horizontal and things move up or down; else it is vertical
/// @param at where the line is
/// @param distance how far things move; negative takes space away, as far as no container gets too small
public record MakeSpace(int sheet, boolean horizontal, double at, double distance) implements Command {
    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        if (sheet < diagram.planes().size() && distance != 0) {
            move(transaction, diagram.planes().get(sheet), horizontal, at, allowed(diagram), Set.of());
        }
    }

    /// How far things may move without making a container too small or pushing anything over the line.
    private double allowed(Diagram diagram) {
        double allowed = distance;
        for (Shape shape : diagram.planes().get(sheet).shapes()) {
            Bounds box = Lanes.turn(shape.bounds(), horizontal);
            if (box.y() >= at) {
                allowed = Math.max(allowed, at - box.y());
            } else if (isStretched(diagram, shape) && box.bottom() > at) {
                var type = diagram.element(shape.element()).orElseThrow().type();
                Bounds least = Lanes.turn(Sizes.minimum(type, shape.expanded(), shape.horizontal()), horizontal);
                allowed = Math.max(allowed, Math.min(0, least.height() - box.height()));
            }
        }
        return distance < 0 ? Math.min(0, allowed) : distance;
    }

    /// Makes space inside a pool or lane and all that holds it, at or above its lower border.
    static void below(Transaction transaction, ElementId container, double cut, double distance) {
        Diagram diagram = transaction.diagram();
        Set<ElementId> stretched = new HashSet<>();
        Optional<ElementId> at = Optional.of(container);
        while (at.isPresent() && stretched.add(at.get())) {
            at = diagram.element(at.get()).flatMap(BpmnElement::parent);
        }
        Lanes.pool(diagram, container).ifPresent(stretched::add);
        int key = diagram.parentKey(diagram.shape(container).orElseThrow().xml().key())
                .orElseThrow();
        diagram.planes().stream()
                .filter(plane -> plane.xml().key() == key)
                .findFirst()
                .ifPresent(plane ->
                        move(transaction, plane, Lanes.isHorizontal(diagram, container), cut, distance, stretched));
    }

    /// @param holders containers that get larger even if they end at the line
    private static void move(
            Transaction transaction,
            Plane plane,
            boolean horizontal,
            double at,
            double distance,
            Set<ElementId> holders) {
        Diagram diagram = transaction.diagram();
        for (Shape shape : plane.shapes()) {
            Bounds box = Lanes.turn(shape.bounds(), horizontal);
            boolean stretches = isStretched(diagram, shape) && box.y() < at && box.bottom() > at
                    || holders.contains(shape.element());
            if (stretches) {
                Bounds larger = new Bounds(box.x(), box.y(), box.width(), box.height() + distance);
                transaction.setBounds(shape, Lanes.turn(larger, horizontal));
            } else if (box.y() >= at - 0.5 || isAttachedBeyond(diagram, shape, horizontal, at)) {
                transaction.setBounds(shape, Lanes.turn(box.translate(0, distance), horizontal));
            }
        }
    }

    /// Boundary events go with the border they sit on.
    private static boolean isAttachedBeyond(Diagram diagram, Shape event, boolean horizontal, double at) {
        return diagram.element(event.element())
                .flatMap(BpmnElement::attachedTo)
                .flatMap(diagram::shape)
                .filter(host -> Lanes.turn(host.bounds(), horizontal).y() >= at - 0.5)
                .isPresent();
    }

    private static boolean isStretched(Diagram diagram, Shape shape) {
        return diagram.element(shape.element())
                .map(BpmnElement::type)
                .filter(type -> type.isSwimlane() || type.isSubProcess() && shape.expanded())
                .isPresent();
    }
}
