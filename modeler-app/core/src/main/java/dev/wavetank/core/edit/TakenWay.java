package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.ManhattanRouter;
import dev.wavetank.core.geometry.ManhattanRouter.Axis;
import dev.wavetank.core.geometry.ManhattanRouter.End;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.rules.Sheets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The straight way between two shapes on which another flow of theirs comes the other way, as when a flow leads
/// back to an earlier step in the same row. The new one goes around: below or above a row, beside a column, on the
/// side where less leaves.
final class TakenWay {
    private static final double CLEARANCE = 20;
    private static final double SAME = 1;

    private final Diagram diagram;
    private final ElementId source;
    private final ElementId target;
    private final List<Edge> others;

    TakenWay(Diagram diagram, ElementId source, ElementId target) {
        this.diagram = diagram;
        this.source = source;
        this.target = target;
        this.others = Stream.of(source, target)
                .flatMap(end -> Stream.concat(diagram.outgoing(end).stream(), diagram.incoming(end).stream()))
                .distinct()
                .filter(id -> diagram.element(id)
                        .filter(it -> it.type() == BpmnType.SEQUENCE_FLOW)
                        .isPresent())
                .flatMap(id -> diagram.edge(id).stream())
                .filter(edge -> edge.waypoints().size() > 1)
                .toList();
    }

    /// The way around, if `straight` has one segment and that is taken.
    Optional<List<Point>> around(List<Point> straight, End from, End to) {
        if (straight.size() != 2 || others.stream().noneMatch(other -> comesBack(other.waypoints(), straight))) {
            return Optional.empty();
        }
        boolean level = Polyline.isLevel(straight.getFirst(), straight.getLast());
        Bounds row = row(straight, from.bounds().union(to.bounds()));
        boolean after = leaving(from, level, true) + leaving(to, level, true)
                <= leaving(from, level, false) + leaving(to, level, false);
        double at = level ? (after ? row.bottom() : row.y()) : (after ? row.right() : row.x());
        double step = after ? CLEARANCE : -CLEARANCE;
        double free = at + step;
        while (isUsed(free, level, row)) {
            free += step / 2;
        }
        return Optional.of(ManhattanRouter.routeAround(from, to, level ? Axis.HORIZONTAL : Axis.VERTICAL, free));
    }

    /// What stands on the way, which is gone around as a whole.
    private Bounds row(List<Point> straight, Bounds ends) {
        Point one = straight.getFirst();
        Point other = straight.getLast();
        Optional<Plane> plane =
                diagram.planes().stream().skip(Sheets.of(diagram, source)).findFirst();
        return plane.stream()
                .flatMap(sheet -> sheet.shapes().stream())
                .filter(shape -> isInTheWay(shape, one, other))
                .map(Shape::bounds)
                .reduce(ends, Bounds::union);
    }

    private boolean isInTheWay(Shape shape, Point one, Point other) {
        BpmnType type = diagram.element(shape.element()).map(it -> it.type()).orElse(BpmnType.UNKNOWN);
        boolean attached = diagram.element(shape.element())
                .flatMap(it -> it.attachedTo())
                .filter(host -> host.equals(source) || host.equals(target))
                .isPresent();
        boolean holdsBoth = shape.bounds().contains(one) && shape.bounds().contains(other);
        return attached || type.isFlowNode() && !holdsBoth && Polyline.crosses(one, other, shape.bounds());
    }

    /// How many of the other connections dock at the lower (or right) side of a shape, or at the opposite one.
    private long leaving(End end, boolean level, boolean after) {
        Point center = end.bounds().center();
        return others.stream()
                .flatMap(edge ->
                        Stream.of(edge.waypoints().getFirst(), edge.waypoints().getLast()))
                .filter(point -> end.bounds().inflate(SAME).contains(point))
                .filter(point -> {
                    double off = level ? point.y() - center.y() : point.x() - center.x();
                    double across = level ? end.bounds().height() : end.bounds().width();
                    return (after ? off : -off) > across / 2 - SAME;
                })
                .count();
    }

    /// Whether another connection of theirs has a stretch there.
    private boolean isUsed(double at, boolean level, Bounds row) {
        Point one = level ? new Point(row.x(), at) : new Point(at, row.y());
        Point other = level ? new Point(row.right(), at) : new Point(at, row.bottom());
        List<Point> stretch = List.of(one, other);
        return others.stream()
                .anyMatch(edge ->
                        comesBack(edge.waypoints(), stretch) || comesBack(edge.waypoints(), stretch.reversed()));
    }

    /// Whether a line has a stretch in common with a straight one and runs along it in the other direction.
    private static boolean comesBack(List<Point> line, List<Point> straight) {
        Point from = straight.getFirst();
        Point to = straight.getLast();
        boolean level = Polyline.isLevel(from, to);
        for (int i = 1; i < line.size(); i++) {
            Point a = line.get(i - 1);
            Point b = line.get(i);
            boolean same = level
                    ? Polyline.isLevel(a, b) && Math.abs(a.y() - from.y()) < SAME
                    : Polyline.isUpright(a, b) && Math.abs(a.x() - from.x()) < SAME;
            double common = level ? common(a.x(), b.x(), from.x(), to.x()) : common(a.y(), b.y(), from.y(), to.y());
            double direction = (b.x() - a.x()) * (to.x() - from.x()) + (b.y() - a.y()) * (to.y() - from.y());
            if (same && common > SAME && direction < 0) {
                return true;
            }
        }
        return false;
    }

    private static double common(double a, double b, double c, double d) {
        return Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d));
    }
}
