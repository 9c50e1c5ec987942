package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.geometry.SpatialGrid;
import dev.wavetank.core.layout.EdgeRouter.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds ways around what stands on a finished sheet, one flow after the other, each in the part of the sheet
/// that it runs through: first near to its ends, then in a wider circle.
final class Detours {
    private static final List<Double> CIRCLES = List.of(70.0, 300.0);
    /// Where lines may run beside a shape.
    private static final List<Double> TRACKS = List.of(12.0, 20.0, 30.0);
    /// With more in its way a flow is not led around; the search would take too long to wait for.
    private static final int MOST_SHAPES = 150;

    private final Diagram diagram;
    private final SpatialGrid<Shape> shapes = new SpatialGrid<>();
    private final SpatialGrid<ElementId> edges = new SpatialGrid<>();
    private final Map<ElementId, Shape> drawn = new HashMap<>();
    private final Map<ElementId, List<Point>> lines = new HashMap<>();
    private final RoutingBudget budget = new RoutingBudget();

    Detours(Diagram diagram, Plane plane) {
        this.diagram = diagram;
        for (Shape shape : plane.shapes()) {
            drawn.put(shape.element(), shape);
            shapes.put(shape, shape.bounds());
        }
        for (Edge edge : plane.edges()) {
            if (edge.waypoints().size() > 1) {
                remember(edge.element(), edge.waypoints());
            }
        }
    }

    private void remember(ElementId id, List<Point> line) {
        lines.put(id, line);
        edges.put(id, Polyline.bounds(line));
    }

    /// A line that is better than the one there is; empty if that is good enough or none was found.
    Optional<List<Point>> better(Edge edge) {
        Optional<BpmnElement> flow = diagram.element(edge.element());
        Optional<Shape> source = flow.flatMap(BpmnElement::source).map(drawn::get);
        Optional<Shape> target = flow.flatMap(BpmnElement::target).map(drawn::get);
        if (source.isEmpty() || target.isEmpty() || source.equals(target)) {
            return Optional.empty();
        }
        for (double circle : CIRCLES) {
            var view = new View(flow.get(), source.get(), target.get(), circle);
            Optional<List<Point>> found = view.route();
            if (found.isPresent()) {
                List<Point> line = Polyline.simplify(found.get());
                boolean better = view.price(line) + 1 < view.price(edge.waypoints());
                if (better) {
                    remember(edge.element(), line);
                }
                return found.map(_ -> line).filter(_ -> better);
            }
        }
        return Optional.empty();
    }

    /// What one flow sees around it.
    private final class View {
        private final BpmnElement flow;
        private final Shape source;
        private final Shape target;
        private final List<Bounds> obstacles = new ArrayList<>();
        private final List<ElementId> others = new ArrayList<>();

        View(BpmnElement flow, Shape source, Shape target, double circle) {
            this.flow = flow;
            this.source = source;
            this.target = target;
            Bounds area = source.bounds().union(target.bounds()).inflate(circle);
            for (Shape shape : shapes.query(area)) {
                if (isInTheWay(shape)) {
                    obstacles.add(shape.bounds());
                }
            }
            for (ElementId id : edges.query(area)) {
                if (!id.equals(flow.id())) {
                    others.add(id);
                }
            }
        }

        /// Containers of an end are not, nor are pools and groups; an event is not in the way of its host.
        private boolean isInTheWay(Shape shape) {
            BpmnType type = type(shape);
            boolean solid = type.isFlowNode() || type.isData() || type == BpmnType.TEXT_ANNOTATION;
            Bounds bounds = shape.bounds();
            boolean holdsAnEnd = !shape.equals(source)
                    && !shape.equals(target)
                    && (bounds.contains(source.bounds()) || bounds.contains(target.bounds()));
            return solid && !holdsAnEnd;
        }

        Optional<List<Point>> route() {
            if (obstacles.size() > MOST_SHAPES) {
                return Optional.empty();
            }
            List<Port> leaving = leaving();
            List<Port> arriving = arriving();
            var xs = new TreeSet<Double>();
            var ys = new TreeSet<Double>();
            for (Bounds obstacle : obstacles) {
                xs.add(obstacle.center().x());
                ys.add(obstacle.center().y());
                for (double track : TRACKS) {
                    xs.addAll(List.of(obstacle.x() - track, obstacle.right() + track));
                    ys.addAll(List.of(obstacle.y() - track, obstacle.bottom() + track));
                }
            }
            for (List<Port> ports : List.of(leaving, arriving)) {
                ports.forEach(port -> {
                    xs.add(port.at().x());
                    ys.add(port.at().y());
                });
            }
            xs.add((source.bounds().right() + target.bounds().x()) / 2);
            ys.add((source.bounds().bottom() + target.bounds().y()) / 2);
            others.forEach(id -> lines.getOrDefault(id, List.of()).forEach(point -> {
                xs.add(point.x());
                ys.add(point.y());
            }));
            var router = new EdgeRouter(
                    xs.stream().mapToDouble(Double::doubleValue).toArray(),
                    ys.stream().mapToDouble(Double::doubleValue).toArray(),
                    obstacles,
                    List.of(),
                    budget);
            for (ElementId id : others) {
                BpmnElement other = diagram.element(id).orElse(flow);
                router.occupy(
                        lines.getOrDefault(id, List.of()),
                        other.source().orElse(id),
                        other.target().orElse(id));
            }
            return router.route(source.element(), target.element(), leaving, arriving);
        }

        private boolean goesBack() {
            return target.bounds().center().x() < source.bounds().x();
        }

        private List<Port> leaving() {
            Optional<Bounds> host = diagram.element(source.element())
                    .flatMap(BpmnElement::attachedTo)
                    .map(drawn::get)
                    .map(Shape::bounds);
            if (flow.type() == BpmnType.MESSAGE_FLOW) {
                return any(source, target);
            }
            if (host.isPresent()) {
                boolean top = source.bounds().center().y() < host.get().center().y();
                return Ports.boundary(source.bounds(), top);
            }
            return free(source, Ports.leaving(type(source), source.bounds(), goesBack()));
        }

        private List<Port> arriving() {
            return flow.type() == BpmnType.MESSAGE_FLOW
                    ? any(target, source)
                    : Ports.arriving(type(target), target.bounds(), goesBack());
        }

        private List<Port> any(Shape end, Shape other) {
            return type(end) == BpmnType.PARTICIPANT
                    ? Ports.pool(end.bounds(), other.bounds().center().x(), Set.of())
                    : Ports.any(end.bounds(), Set.of());
        }

        /// A gateway gives each flow a corner of its own.
        private List<Port> free(Shape end, List<Port> ports) {
            if (!type(end).isGateway()) {
                return ports;
            }
            var used = new HashSet<Point>();
            for (ElementId id : diagram.outgoing(end.element())) {
                List<Point> line = lines.getOrDefault(id, List.of());
                if (!id.equals(flow.id()) && !line.isEmpty()) {
                    used.add(line.getFirst());
                }
            }
            return Ports.avoiding(ports, used);
        }

        private BpmnType type(Shape shape) {
            return diagram.element(shape.element()).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
        }

        /// What a line costs a reader.
        double price(List<Point> line) {
            double price = Polyline.length(line) + 30.0 * (line.size() - 2);
            for (int i = 0; i + 1 < line.size(); i++) {
                Point from = line.get(i);
                Point to = line.get(i + 1);
                price += Polyline.isStraight(from, to) ? 0 : 400;
                price += 1000.0
                        * obstacles.stream()
                                .filter(box -> Polyline.crosses(from, to, box.inflate(-2)))
                                .count();
                price += 20.0 * crossings(from, to);
            }
            return price;
        }

        private long crossings(Point from, Point to) {
            long count = 0;
            for (ElementId id : others) {
                List<Point> other = lines.getOrDefault(id, List.of());
                for (int i = 0; i + 1 < other.size(); i++) {
                    count += Polyline.intersect(from, to, other.get(i), other.get(i + 1)) ? 1 : 0;
                }
            }
            return count;
        }
    }
}
