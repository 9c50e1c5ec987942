package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.layout.EdgeRouter.Port;
import dev.wavetank.core.layout.FlowGraph.Flow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Routes the flows of one placed graph: straight ones first, then the short, then the long. Those for which
/// no search is left, or which are walled in, run as if nothing were in their way.
final class FlowRouting {
    private static final double OUTER = 24;

    private final FlowGraph graph;
    private final GridPlacement grid;
    private final Sheet sheet;

    FlowRouting(FlowGraph graph, GridPlacement grid, Sheet sheet) {
        this.graph = graph;
        this.grid = grid;
        this.sheet = sheet;
    }

    void route() {
        EdgeRouter router = router();
        List<Flow> order = new ArrayList<>(graph.flows);
        order.sort(Comparator.comparingDouble(FlowRouting::difficulty));
        var corners = new HashSet<Point>();
        for (Flow flow : order) {
            if (flow.source == flow.target && flow.boundary.isEmpty()) {
                sheet.edges.put(flow.id(), loop(flow.source.bounds()));
                continue;
            }
            Bounds target = flow.target.bounds();
            List<Port> leaving = flow.boundary
                    .map(it -> Ports.boundary(bounds(it.element().id()), it.top()))
                    .orElseGet(() -> Ports.leaving(flow.source.element.type(), flow.source.bounds(), flow.back));
            List<Port> arriving = Ports.arriving(flow.target.element.type(), target, flow.back);
            ElementId from = flow.boundary.map(it -> it.element().id()).orElse(flow.source.id());
            if (flow.source.element.type().isGateway() && flow.boundary.isEmpty()) {
                leaving = Ports.avoiding(leaving, corners);
            }
            Port first = leaving.getFirst();
            Port last = arriving.getFirst();
            List<Point> way = router.route(from, flow.target.id(), leaving, arriving)
                    .orElseGet(() -> EdgeRouter.plain(first, last));
            corners.add(way.getFirst());
            sheet.edges.put(flow.id(), way);
        }
    }

    private Bounds bounds(ElementId id) {
        Bounds bounds = sheet.shapes.get(id);
        return bounds == null ? new Bounds(0, 0, 0, 0) : bounds;
    }

    private EdgeRouter router() {
        var xs = new GridLines();
        var ys = new GridLines();
        var obstacles = new ArrayList<Bounds>();
        for (int i = 0; i < grid.columns.size(); i++) {
            double left = grid.columns.get(i)[0];
            double before = i == 0 ? left - 2 * OUTER : grid.columns.get(i - 1)[1];
            xs.between(before, left);
        }
        if (!grid.columns.isEmpty()) {
            double right = grid.columns.getLast()[1];
            xs.between(right, right + 2 * OUTER);
        }
        for (int i = 0; i < grid.rows.size(); i++) {
            double top = grid.rows.get(i)[0];
            double before = i == 0 ? top - 2 * OUTER : grid.rows.get(i - 1)[1];
            ys.between(before, top);
            ys.at(grid.middles.get(i));
        }
        if (!grid.rows.isEmpty()) {
            double bottom = grid.rows.getLast()[1];
            ys.between(bottom, bottom + 2 * OUTER);
        }
        for (Node node : graph.nodes) {
            if (node.placed) {
                obstacles.add(node.bounds());
                xs.at(node.x);
                ys.at(node.y);
                for (Node.Boundary boundary : node.boundaries) {
                    Bounds event = bounds(boundary.element().id());
                    obstacles.add(event.inflate(-1));
                    xs.at(event.center().x());
                    ys.at(event.center().y());
                    ys.at(boundary.top() ? event.y() - 14 : event.bottom() + 14);
                }
                for (Node.Satellite satellite : node.satellites) {
                    Bounds box = bounds(satellite.element().id());
                    obstacles.add(box);
                    xs.at(box.center().x());
                    ys.at(box.center().y());
                }
            }
        }
        return new EdgeRouter(xs.sorted(), ys.sorted(), obstacles, List.copyOf(labels().values()), new RoutingBudget());
    }

    private Map<ElementId, Bounds> labels() {
        return sheet.labels;
    }

    private static double difficulty(Flow flow) {
        int columns = Math.abs(flow.target.rank - flow.source.rank);
        int rows = Math.abs(flow.target.row - flow.source.row) + 5 * Math.abs(flow.target.lane - flow.source.lane);
        return columns + 3 * rows + (flow.back ? 1000 : 0);
    }

    private static List<Point> loop(Bounds node) {
        double x = node.right() + 18;
        double y = node.y() - 18;
        return List.of(
                new Point(node.right(), node.center().y()),
                new Point(x, node.center().y()),
                new Point(x, y),
                new Point(node.center().x(), y),
                new Point(node.center().x(), node.y()));
    }
}
