package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Sizes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes space on a sheet, or takes it away: what lies on one side of a line moves, and containers through which
/// the line runs get larger or smaller.
///
/// @param sheet the index of the sheet among the diagram's planes
/// @param container only what is inside this pool or sub-process gives way, and it grows with it; empty for all
///        that is on the sheet
/// @param horizontal the line is horizontal and things move up or down; else it is vertical
/// @param at where the line is
/// @param distance how far things move away from the line; negative takes space away, as far as no container gets
///        too small
/// @param before what lies left of the line or above it moves; else what lies beyond it
public record MakeSpace(
        int sheet, Optional<ElementId> container, boolean horizontal, double at, double distance, boolean before)
        implements Command {
    /// What a container keeps free below the content that stays.
    private static final double PADDING = 20;

    /// On the whole sheet, to the right or downwards.
    public MakeSpace(int sheet, boolean horizontal, double at, double distance) {
        this(sheet, Optional.empty(), horizontal, at, distance, false);
    }

    @Override
    public void apply(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        Map<Shape, Bounds> plan = plan(diagram);
        plan.forEach(transaction::setBounds);
        if (!plan.isEmpty()) {
            bend(transaction, diagram, plan);
        }
    }

    /// Where each shape would be that moves or changes its size, without boundary events that follow their host.
    public Map<Shape, Bounds> plan(Diagram diagram) {
        if (sheet >= diagram.planes().size() || distance == 0) {
            return Map.of();
        }
        Side side = side();
        List<Shape> scope = scope(diagram);
        double allowed = distance > 0 ? distance : allowed(diagram, scope, side);
        return allowed == 0 ? Map.of() : plan(diagram, scope, side, line(), allowed, Set.of());
    }

    private Side side() {
        return new Side(horizontal, before);
    }

    private double line() {
        return before ? -at : at;
    }

    private List<Shape> scope(Diagram diagram) {
        List<Shape> all = diagram.planes().get(sheet).shapes();
        if (container.isEmpty()) {
            return all;
        }
        Set<ElementId> inside = new HashSet<>();
        inside.add(container.get());
        diagram.carried(container.get()).forEach(element -> inside.add(element.id()));
        return all.stream().filter(shape -> inside.contains(shape.element())).toList();
    }

    /// How far things may move back without making a container too small or pushing anything over the line.
    private double allowed(Diagram diagram, List<Shape> scope, Side side) {
        double allowed = distance;
        for (Shape shape : scope) {
            Bounds box = side.turn(shape.bounds());
            if (box.y() >= line()) {
                allowed = Math.max(allowed, line() - box.y());
            } else if (isStretched(diagram, shape) && box.bottom() > line()) {
                double needed = Math.max(least(diagram, shape), staying(diagram, shape, side) - box.y());
                allowed = Math.max(allowed, Math.min(0, needed - box.height()));
            }
        }
        return Math.min(0, allowed);
    }

    private double least(Diagram diagram, Shape shape) {
        BpmnType type = diagram.element(shape.element()).orElseThrow().type();
        return Lanes.turn(Sizes.minimum(type, shape.expanded(), shape.horizontal()), horizontal)
                .height();
    }

    /// How far what is cut by the line and stays reaches down in a container.
    private double staying(Diagram diagram, Shape holder, Side side) {
        return diagram.carried(holder.element()).stream()
                .flatMap(element -> diagram.shape(element.id()).stream())
                .filter(shape -> !isStretched(diagram, shape))
                .map(shape -> side.turn(shape.bounds()))
                .filter(box -> box.y() < line() && box.bottom() > line())
                .mapToDouble(box -> box.bottom() + PADDING)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
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
        Side side = new Side(Lanes.isHorizontal(diagram, container), false);
        diagram.planes().stream()
                .filter(plane -> plane.xml().key() == key)
                .findFirst()
                .map(Plane::shapes)
                .ifPresent(shapes ->
                        plan(diagram, shapes, side, cut, distance, stretched).forEach(transaction::setBounds));
    }

    /// @param holders containers that get larger even if they end at the line
    private static Map<Shape, Bounds> plan(
            Diagram diagram, List<Shape> scope, Side side, double line, double distance, Set<ElementId> holders) {
        Map<Shape, Bounds> plan = new LinkedHashMap<>();
        for (Shape shape : scope) {
            Bounds box = side.turn(shape.bounds());
            boolean stretches = isStretched(diagram, shape) && box.y() < line && box.bottom() > line
                    || holders.contains(shape.element());
            if (stretches) {
                Bounds larger = new Bounds(box.x(), box.y(), box.width(), box.height() + distance);
                plan.put(shape, side.back(larger));
            } else if (goes(diagram, shape, side, line)) {
                plan.put(shape, side.back(box.translate(0, distance)));
            }
        }
        return plan;
    }

    /// Whether a shape lies beyond the line. Boundary events go and stay with the border they sit on.
    private static boolean goes(Diagram diagram, Shape shape, Side side, double line) {
        boolean beyond = side.turn(shape.bounds()).y() >= line - 0.5;
        Optional<Shape> host = diagram.element(shape.element())
                .flatMap(BpmnElement::attachedTo)
                .flatMap(diagram::shape);
        return host.map(on -> side.turn(on.bounds()).y() >= line - 0.5 || beyond && isStretched(diagram, on))
                .orElse(beyond);
    }

    private static boolean isStretched(Diagram diagram, Shape shape) {
        return diagram.element(shape.element())
                .map(BpmnElement::type)
                .filter(type -> type.isSwimlane()
                        || type == BpmnType.GROUP
                        || (type.isSubProcess() || type == BpmnType.CALL_ACTIVITY) && shape.expanded())
                .isPresent();
    }

    /// Corners beyond the line move with what lies there, so that level and upright lines stay so. Lines whose
    /// ends do not fit their shapes then are left to be repaired.
    private void bend(Transaction transaction, Diagram diagram, Map<Shape, Bounds> plan) {
        Map<ElementId, Bounds> now = new LinkedHashMap<>();
        plan.forEach((shape, bounds) -> now.put(shape.element(), bounds));
        double moved = plan.entrySet().stream()
                .mapToDouble(entry -> side().shift(entry.getKey().bounds(), entry.getValue()))
                .filter(shift -> shift != 0)
                .findFirst()
                .orElse(0);
        for (Edge edge : diagram.planes().get(sheet).edges()) {
            Optional<BpmnElement> connection = diagram.element(edge.element());
            Optional<Bounds> from = connection.flatMap(BpmnElement::source).flatMap(id -> end(diagram, now, id));
            Optional<Bounds> to = connection.flatMap(BpmnElement::target).flatMap(id -> end(diagram, now, id));
            boolean follows = connection
                    .filter(known -> known.source().filter(now::containsKey).isPresent()
                            || known.target().filter(now::containsKey).isPresent())
                    .isPresent();
            if (!follows || edge.waypoints().size() < 3 || from.isEmpty() || to.isEmpty()) {
                continue;
            }
            List<Point> line = edge.waypoints().stream()
                    .map(point -> side().move(point, line(), moved))
                    .toList();
            boolean fits = from.get().inflate(1).contains(line.getFirst())
                    && to.get().inflate(1).contains(line.getLast());
            if (fits && !line.equals(edge.waypoints())) {
                transaction.setWaypoints(edge, line);
            }
        }
    }

    private static Optional<Bounds> end(Diagram diagram, Map<ElementId, Bounds> now, ElementId id) {
        return Optional.ofNullable(now.get(id)).or(() -> diagram.shape(id).map(Shape::bounds));
    }

    /// Turns the sheet so that what moves lies below a horizontal line.
    private record Side(boolean horizontal, boolean before) {
        Bounds turn(Bounds box) {
            return flip(Lanes.turn(box, horizontal));
        }

        Bounds back(Bounds turned) {
            return Lanes.turn(flip(turned), horizontal);
        }

        private Bounds flip(Bounds box) {
            return before ? new Bounds(box.x(), -box.bottom(), box.width(), box.height()) : box;
        }

        /// How far the lower border went down.
        double shift(Bounds old, Bounds now) {
            return turn(now).bottom() - turn(old).bottom();
        }

        Point move(Point point, double line, double distance) {
            double at = (horizontal ? point.y() : point.x()) * (before ? -1 : 1);
            if (at < line - 0.5) {
                return point;
            }
            double moved = before ? -distance : distance;
            return horizontal ? point.translate(0, moved) : point.translate(moved, 0);
        }
    }
}
