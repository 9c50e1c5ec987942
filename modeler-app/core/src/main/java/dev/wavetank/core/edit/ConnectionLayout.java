package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.ManhattanRouter;
import dev.wavetank.core.geometry.ManhattanRouter.Axis;
import dev.wavetank.core.geometry.ManhattanRouter.End;
import dev.wavetank.core.geometry.Outline;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides how a connection of a diagram runs: which way it leaves and enters, by the kinds of its ends, and
/// then lets the router draw.
public final class ConnectionLayout {
    /// As near as this, a line touches.
    private static final double REACH = 2;

    private final Diagram diagram;

    public ConnectionLayout(Diagram diagram) {
        this.diagram = diagram;
    }

    /// A new route between two drawn elements; empty if one of them is not drawn.
    public Optional<List<Point>> route(BpmnType connection, ElementId source, ElementId target) {
        return end(source).flatMap(from -> end(target).map(to -> route(connection, source, target, from, to)));
    }

    private List<Point> route(BpmnType connection, ElementId source, ElementId target, End from, End to) {
        if (!isManhattan(connection)) {
            return List.of(
                    from.outline()
                            .crop(
                                    from.bounds(),
                                    from.bounds().center(),
                                    to.bounds().center()),
                    to.outline()
                            .crop(
                                    to.bounds(),
                                    to.bounds().center(),
                                    from.bounds().center()));
        }
        Optional<Bounds> host = host(source);
        if (host.isPresent()) {
            boolean down = from.bounds().center().y() >= host.get().center().y();
            return ManhattanRouter.routeFromBorder(from, to, host.get(), down);
        }
        List<Point> line =
                ManhattanRouter.route(from, to, out(connection, source, from, to), in(connection, target, from, to));
        return around(connection, source, target, from, to, line);
    }

    private List<Point> around(
            BpmnType connection, ElementId source, ElementId target, End from, End to, List<Point> line) {
        return connection == BpmnType.SEQUENCE_FLOW && line.size() == 2
                ? new TakenWay(diagram, source, target).around(line, from, to).orElse(line)
                : line;
    }

    /// A line a person drew, with its ends cut at the outlines of what it connects. An end that already lies on
    /// the outline stays.
    public List<Point> cropped(BpmnElement connection, List<Point> line) {
        Optional<End> from = connection.source().flatMap(this::end);
        Optional<End> to = connection.target().flatMap(this::end);
        List<Point> cropped = new ArrayList<>(line);
        from.ifPresent(end -> cropped.set(0, crop(end, line.get(0), line.get(1))));
        to.ifPresent(end -> cropped.set(line.size() - 1, crop(end, line.getLast(), line.get(line.size() - 2))));
        return List.copyOf(cropped);
    }

    private static Point crop(End end, Point at, Point next) {
        Point docked = ManhattanRouter.dock(end, at, next);
        return docked.distanceTo(at) <= 1 ? at : docked;
    }

    /// Whether the end of a line lies at the element; nobody sees it where that is not drawn as a shape.
    public boolean reaches(ElementId element, Point end) {
        return diagram.shape(element)
                .map(shape -> shape.bounds().inflate(REACH).contains(end))
                .orElse(true);
    }

    /// The route of a connection whose ends were elsewhere in `before`.
    public Optional<List<Point>> repair(Diagram before, BpmnElement connection, Edge edge) {
        List<Point> line = edge.waypoints();
        Optional<End> from = connection.source().flatMap(this::end);
        Optional<End> to = connection.target().flatMap(this::end);
        if (line.isEmpty() ? from.isEmpty() || to.isEmpty() : from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        from = from.or(() -> Optional.of(loose(line.getFirst())));
        to = to.or(() -> Optional.of(loose(line.getLast())));
        Bounds oldFrom = bounds(before, connection.source()).orElse(from.get().bounds());
        Bounds oldTo = bounds(before, connection.target()).orElse(to.get().bounds());
        return Optional.of(repair(connection, line, oldFrom, oldTo, from.get(), to.get()));
    }

    /// The end of a line that leads to nothing which is drawn.
    private static End loose(Point at) {
        return new End(new Bounds(at.x(), at.y(), 0, 0), Outline.RECTANGLE);
    }

    private List<Point> repair(
            BpmnElement connection, List<Point> line, Bounds oldFrom, Bounds oldTo, End from, End to) {
        double dx = from.bounds().x() - oldFrom.x();
        double dy = from.bounds().y() - oldFrom.y();
        boolean together =
                from.bounds().equals(oldFrom.translate(dx, dy)) && to.bounds().equals(oldTo.translate(dx, dy));
        if (together) {
            return Polyline.translate(line, dx, dy);
        }
        ElementId source = connection.source().orElseThrow();
        ElementId target = connection.target().orElseThrow();
        if (!isManhattan(connection.type()) && line.size() <= 2) {
            return route(connection.type(), source, target, from, to);
        }
        Optional<Bounds> host = host(source);
        List<Point> repaired = ManhattanRouter.repair(
                line,
                oldFrom,
                oldTo,
                from,
                to,
                out(connection.type(), source, from, to),
                in(connection.type(), target, from, to));
        boolean leavesIntoHost = host.isPresent()
                && repaired.size() > 1
                && host.get().inflate(-1).contains(Polyline.middle(repaired.subList(0, 2)));
        if (leavesIntoHost) {
            return route(connection.type(), source, target, from, to);
        }
        return line.size() > 2 ? around(connection.type(), source, target, from, to, repaired) : repaired;
    }

    private Axis out(BpmnType connection, ElementId source, End from, End to) {
        if (connection == BpmnType.MESSAGE_FLOW) {
            return Axis.VERTICAL;
        }
        boolean standing = isStanding(source);
        double rise = rise(standing, from, to);
        boolean turns = type(source).isGateway() && rise > from.bounds().height() / 2;
        return turns == standing ? Axis.HORIZONTAL : Axis.VERTICAL;
    }

    private Axis in(BpmnType connection, ElementId target, End from, End to) {
        if (connection == BpmnType.MESSAGE_FLOW) {
            return Axis.VERTICAL;
        }
        boolean standing = isStanding(target);
        double rise = rise(standing, from, to);
        boolean turns = type(target).isGateway() && rise > to.bounds().height() / 2;
        return turns == standing ? Axis.HORIZONTAL : Axis.VERTICAL;
    }

    /// Whether the pool around it stands, so that flows run downwards in it.
    private boolean isStanding(ElementId node) {
        return Lanes.pool(diagram, node)
                .filter(pool -> !Lanes.isHorizontal(diagram, pool))
                .isPresent();
    }

    /// How far the other end lies aside from the direction in which flows run.
    private static double rise(boolean standing, End from, End to) {
        Point one = from.bounds().center();
        Point other = to.bounds().center();
        return Math.abs(standing ? other.x() - one.x() : other.y() - one.y());
    }

    private Optional<Bounds> host(ElementId source) {
        return diagram.element(source)
                .filter(element -> element.type() == BpmnType.BOUNDARY_EVENT)
                .flatMap(BpmnElement::attachedTo)
                .flatMap(diagram::shape)
                .map(Shape::bounds);
    }

    private Optional<End> end(ElementId id) {
        return bounds(diagram, Optional.of(id)).map(bounds -> new End(bounds, outline(type(id))));
    }

    /// An association may end at a connection; then its end is the middle of that line.
    private static Optional<Bounds> bounds(Diagram diagram, Optional<ElementId> id) {
        return id.flatMap(diagram::shape)
                .map(Shape::bounds)
                .or(() -> id.flatMap(diagram::edge)
                        .filter(edge -> !edge.waypoints().isEmpty())
                        .map(edge -> Polyline.middle(edge.waypoints()))
                        .map(point -> new Bounds(point.x(), point.y(), 0, 0)));
    }

    private BpmnType type(ElementId id) {
        return diagram.element(id).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
    }

    private static boolean isManhattan(BpmnType connection) {
        return connection == BpmnType.SEQUENCE_FLOW || connection == BpmnType.MESSAGE_FLOW;
    }

    /// The border at which connections to an element of that type end.
    public static Outline outline(BpmnType type) {
        if (type.isActivity()) {
            return Outline.ROUNDED;
        }
        return type.isEvent() ? Outline.ELLIPSE : type.isGateway() ? Outline.DIAMOND : Outline.RECTANGLE;
    }
}
