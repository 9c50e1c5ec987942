package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.layout.EdgeRouter.Port;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Routes what runs across containers once everything stands: message flows, associations, data associations,
/// and flows that leave their container against the rules.
final class PlaneConnections {
    private static final double BESIDE = 10;
    private static final double REGION = 160;
    private static final int LARGE_GRID = 160_000;

    private final Diagram diagram;
    private final Sheet sheet;
    private final RoutingBudget budget = new RoutingBudget();
    private final Set<Point> usedPorts = new HashSet<>();

    PlaneConnections(Diagram diagram, Sheet sheet) {
        this.diagram = diagram;
        this.sheet = sheet;
    }

    /// Returns whether there was anything to route.
    boolean route(BpmnElement root) {
        List<BpmnElement> open = Elements.under(diagram, root).stream()
                .filter(it -> it.type().isConnection() && !sheet.edges.containsKey(it.id()))
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        Optional<EdgeRouter> shared = router(sheet.bounds().inflate(2 * BESIDE), LARGE_GRID);
        for (BpmnElement connection : open) {
            Optional<ElementId> source = connection.source();
            Optional<ElementId> target = connection.target();
            if (source.isPresent() && target.isPresent()) {
                remark(connection)
                        .or(() -> way(shared, source.get(), target.get()))
                        .ifPresent(way -> {
                            sheet.edges.put(connection.id(), way);
                            usedPorts.add(way.getFirst());
                            usedPorts.add(way.getLast());
                            name(connection, way);
                        });
            }
        }
        settleNames(open);
        return true;
    }

    /// Once all lines are known, the names that lie on one or on each other look for another place.
    private void settleNames(List<BpmnElement> connections) {
        List<Bounds> lines = ShapeLabels.lines(sheet.edges.values());
        for (BpmnElement connection : connections) {
            Bounds name = sheet.labels.get(connection.id());
            List<Point> way = sheet.edges.get(connection.id());
            if (name == null || way == null) {
                continue;
            }
            var taken = new ArrayList<>(sheet.obstacles.values());
            sheet.labels.forEach((id, label) -> {
                if (!id.equals(connection.id())) {
                    taken.add(label);
                }
            });
            boolean apart = ShapeLabels.covered(name, lines) == 0 && ShapeLabels.covered(name, taken) == 0;
            if (!apart) {
                sheet.labels.put(connection.id(), EdgeLabels.place(way, name, taken, lines));
            }
        }
    }

    /// A remark is linked straight with what it stands beside, if nothing is between.
    private Optional<List<Point>> remark(BpmnElement connection) {
        Optional<Bounds> from = connection.source().flatMap(this::place);
        Optional<Bounds> to = connection.target().flatMap(this::place);
        if (connection.type() != BpmnType.ASSOCIATION || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        List<Point> line = straight(from.get(), to.get());
        boolean near = line.getFirst().distanceTo(line.getLast()) <= REGION;
        boolean clear = Stream.concat(sheet.obstacles.values().stream(), sheet.labels.values().stream())
                .filter(box -> !box.equals(from.get()) && !box.equals(to.get()))
                .noneMatch(box -> Polyline.crosses(line.getFirst(), line.getLast(), box));
        return near && clear ? Optional.of(line) : Optional.empty();
    }

    private Optional<List<Point>> way(Optional<EdgeRouter> shared, ElementId source, ElementId target) {
        Optional<Bounds> from = place(source);
        Optional<Bounds> to = place(target);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        List<Port> leaving = ports(source, from.get(), to.get());
        List<Port> arriving = ports(target, to.get(), from.get());
        if (budget.isSpent()) {
            return Optional.of(straight(from.get(), to.get()));
        }
        EdgeRouter router = shared.or(() -> router(from.get().union(to.get()).inflate(REGION), 4 * LARGE_GRID))
                .orElse(null);
        Optional<List<Point>> routed =
                router == null ? Optional.empty() : router.route(source, target, leaving, arriving);
        return routed.or(() -> Optional.of(straight(from.get(), to.get())));
    }

    /// Where an end is: a shape, or the middle of another connection's line.
    private Optional<Bounds> place(ElementId id) {
        Optional<Bounds> shape = Optional.ofNullable(sheet.shapes.get(id));
        return shape.or(() -> Optional.ofNullable(sheet.edges.get(id))
                .map(dev.wavetank.core.paint.notation.Waypoints::middle)
                .map(point -> new Bounds(point.x(), point.y(), 0, 0)));
    }

    private List<Port> ports(ElementId id, Bounds bounds, Bounds other) {
        boolean pool = diagram.element(id)
                .filter(it -> it.type() == BpmnType.PARTICIPANT)
                .isPresent();
        if (pool) {
            return Ports.pool(bounds, other.center().x(), usedPorts);
        }
        List<Port> free = Ports.any(bounds, usedPorts).stream()
                .filter(port -> diagram.attachers(id).stream()
                        .map(sheet.shapes::get)
                        .filter(Objects::nonNull)
                        .noneMatch(event -> event.inflate(2).contains(port.at())))
                .toList();
        return free.isEmpty() ? Ports.any(bounds, usedPorts) : free;
    }

    /// A router over all that touches the region; empty if its grid had more points than allowed.
    private Optional<EdgeRouter> router(Bounds region, int mostPoints) {
        var xs = new GridLines();
        var ys = new GridLines();
        var obstacles = new ArrayList<Bounds>();
        for (Map.Entry<ElementId, Bounds> shape : sheet.shapes.entrySet()) {
            Bounds bounds = shape.getValue();
            if (!bounds.intersects(region)) {
                continue;
            }
            xs.at(bounds.center().x());
            ys.at(bounds.center().y());
            if (bounds.width() >= Ports.WIDE) {
                xs.at(bounds.center().x() - Ports.ASIDE);
                xs.at(bounds.center().x() + Ports.ASIDE);
            }
            if (sheet.obstacles.containsKey(shape.getKey())) {
                obstacles.add(bounds);
                around(xs, bounds.x(), bounds.right());
                around(ys, bounds.y(), bounds.bottom());
            } else {
                for (double aside = -3 * Ports.ASIDE; aside <= 3 * Ports.ASIDE; aside += Ports.ASIDE) {
                    xs.at(bounds.center().x() + aside);
                }
                ys.at(bounds.y() - 2 * BESIDE);
                ys.at(bounds.bottom() + 2 * BESIDE);
                ys.at(bounds.bottom() + 3 * BESIDE);
            }
        }
        sheet.edges.values().stream()
                .map(dev.wavetank.core.paint.notation.Waypoints::middle)
                .filter(region::contains)
                .forEach(point -> {
                    xs.at(point.x());
                    ys.at(point.y());
                });
        double[] columns = xs.sorted();
        double[] rows = ys.sorted();
        if ((long) columns.length * rows.length > mostPoints) {
            return Optional.empty();
        }
        Collection<Bounds> soft = sheet.labels.values();
        var router = new EdgeRouter(columns, rows, obstacles, soft, budget);
        sheet.edges.forEach((id, way) -> diagram.element(id)
                .ifPresent(edge -> router.occupy(
                        way, edge.source().orElse(id), edge.target().orElse(id))));
        return Optional.of(router);
    }

    private static void around(GridLines lines, double from, double to) {
        lines.at(from - BESIDE);
        lines.at(from - 2 * BESIDE);
        lines.at(to + BESIDE);
        lines.at(to + 2 * BESIDE);
    }

    /// Between the nearest middles of two sides; the last resort.
    private static List<Point> straight(Bounds from, Bounds to) {
        boolean sideways = Math.abs(from.center().x() - to.center().x())
                > Math.abs(from.center().y() - to.center().y());
        boolean ahead = sideways
                ? from.center().x() < to.center().x()
                : from.center().y() < to.center().y();
        return sideways
                ? List.of(
                        new Point(ahead ? from.right() : from.x(), from.center().y()),
                        new Point(ahead ? to.x() : to.right(), to.center().y()))
                : List.of(
                        new Point(from.center().x(), ahead ? from.bottom() : from.y()),
                        new Point(to.center().x(), ahead ? to.y() : to.bottom()));
    }

    private void name(BpmnElement connection, List<Point> way) {
        Bounds size = Sizes.label(connection.name().orElse(""));
        if (size.height() > 0) {
            var taken = new ArrayList<>(sheet.obstacles.values());
            taken.addAll(sheet.labels.values());
            sheet.labels.put(
                    connection.id(), EdgeLabels.place(way, size, taken, ShapeLabels.lines(sheet.edges.values())));
        }
    }
}
