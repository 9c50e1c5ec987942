package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.geometry.SpatialGrid;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// Finds what lies at a place of one sheet. Boundary events come before labels, labels before the smallest
/// shape, nodes before lines, lines before the containers they run through; lines are as fat as the tolerance,
/// so that they can be hit.
public final class Picker {
    /// Which part of an element was hit.
    public enum Part {
        SHAPE,
        EDGE,
        LABEL
    }

    /// What was hit.
    public record Hit(ElementId element, Part part) {
        /// Written out for the first compiler, as is [#hashCode]: the grid looks up each hit that an edit moves.
        @Override
        public boolean equals(Object other) {
            return other instanceof Hit hit && part == hit.part && element.equals(hit.element);
        }

        @Override
        public int hashCode() {
            return 3 * element.hashCode() + part.ordinal();
        }
    }

    private final SpatialGrid<Hit> grid = new SpatialGrid<>();
    /// What was touched since the grid was last asked.
    private final Set<ElementId> stale = new HashSet<>();

    private final int plane;
    private Diagram diagram;
    private OptionalInt planeKey;

    /// @param plane the index of the sheet among the diagram's planes
    public Picker(Diagram diagram, int plane) {
        this.diagram = diagram;
        this.plane = plane;
        this.planeKey = planeKey();
        if (plane < diagram.planes().size()) {
            Plane sheet = diagram.planes().get(plane);
            sheet.shapes().forEach(this::enter);
            sheet.edges().forEach(this::enter);
        }
    }

    /// The index of the sheet among the diagram's planes.
    public int sheet() {
        return plane;
    }

    /// Follows an edit. Where things are now is looked up when somebody asks: several edits may come in between.
    public void update(ChangeSet changes) {
        diagram = changes.after();
        if (planeKey.isEmpty()) {
            planeKey = planeKey(); // the first shape of a file without a diagram made the sheet
        }
        stale.addAll(changes.touched());
    }

    private SpatialGrid<Hit> grid() {
        for (ElementId id : stale) {
            Optional<Shape> shape = shape(id);
            Optional<Edge> edge = edge(id);
            follow(new Hit(id, Part.SHAPE), shape.map(Shape::bounds));
            follow(new Hit(id, Part.EDGE), edge.map(line -> Polyline.bounds(line.waypoints())));
            follow(new Hit(id, Part.LABEL), edge.flatMap(Edge::labelBounds).or(() -> shape.flatMap(this::label)));
        }
        stale.clear();
        return grid;
    }

    private void follow(Hit hit, Optional<Bounds> now) {
        if (now.isPresent()) {
            grid.put(hit, now.get());
        } else {
            grid.remove(hit);
        }
    }

    /// The element's shape on this sheet.
    public Optional<Shape> shape(ElementId id) {
        return diagram.shapes(id).stream()
                .filter(shape -> isHere(shape.xml().key()))
                .findFirst();
    }

    /// The connection's edge on this sheet.
    public Optional<Edge> edge(ElementId id) {
        return diagram.edges(id).stream()
                .filter(edge -> isHere(edge.xml().key()))
                .findFirst();
    }

    /// What is at the point, within the tolerance for lines; the first in the order told above.
    public Optional<Hit> at(Point point, double tolerance) {
        return at(point, tolerance, hit -> true);
    }

    public Optional<Hit> at(Point point, double tolerance, Predicate<Hit> wanted) {
        return grid().query(new Bounds(point.x(), point.y(), 0, 0).inflate(tolerance)).stream()
                .filter(wanted)
                .filter(hit -> reaches(hit, point, tolerance))
                .min(Comparator.comparingInt(this::rank).thenComparingDouble(this::area));
    }

    /// Everything that lies wholly inside the area; of a pool or sub-process that is inside, only itself.
    public Set<ElementId> inside(Bounds area) {
        Set<ElementId> found = new LinkedHashSet<>();
        for (Hit hit : grid().query(area)) {
            boolean whole = hit.part() != Part.LABEL
                    && bounds(hit).filter(area::contains).isPresent();
            if (whole && type(hit.element()) != BpmnType.LANE) {
                found.add(hit.element());
            }
        }
        found.removeIf(id -> isHeldBy(id, found));
        return found;
    }

    /// Everything on the sheet that can be selected.
    public Set<ElementId> all() {
        Set<ElementId> all = new LinkedHashSet<>();
        if (plane < diagram.planes().size()) {
            Plane sheet = diagram.planes().get(plane);
            sheet.shapes().forEach(shape -> all.add(shape.element()));
            sheet.edges().forEach(edge -> all.add(edge.element()));
        }
        return all;
    }

    /// Shapes near an area, as candidates to align with.
    public List<Shape> near(Bounds area) {
        return grid().query(area).stream()
                .filter(hit -> hit.part() == Part.SHAPE)
                .flatMap(hit -> shape(hit.element()).stream())
                .toList();
    }

    private void enter(Shape shape) {
        grid.put(new Hit(shape.element(), Part.SHAPE), shape.bounds());
        label(shape).ifPresent(label -> grid.put(new Hit(shape.element(), Part.LABEL), label));
    }

    private Optional<Bounds> label(Shape shape) {
        return shape.labelBounds().filter(_ -> type(shape.element()).hasExternalLabel());
    }

    private void enter(Edge edge) {
        grid.put(new Hit(edge.element(), Part.EDGE), Polyline.bounds(edge.waypoints()));
        edge.labelBounds().ifPresent(label -> grid.put(new Hit(edge.element(), Part.LABEL), label));
    }

    private boolean reaches(Hit hit, Point point, double tolerance) {
        return switch (hit.part()) {
            case SHAPE, LABEL ->
                bounds(hit).filter(bounds -> bounds.contains(point)).isPresent();
            case EDGE ->
                edge(hit.element())
                        .filter(edge -> Polyline.distance(edge.waypoints(), point) <= tolerance)
                        .isPresent();
        };
    }

    private int rank(Hit hit) {
        BpmnType type = type(hit.element());
        return switch (hit.part()) {
            case SHAPE -> type == BpmnType.BOUNDARY_EVENT ? 0 : isOpen(hit, type) ? 4 : 2;
            case LABEL -> 1;
            case EDGE -> 3;
        };
    }

    /// Whether things can stand inside of what was hit.
    boolean isContainer(Hit hit) {
        BpmnType type = type(hit.element());
        return hit.part() == Part.SHAPE && type != BpmnType.GROUP && isOpen(hit, type);
    }

    private boolean isOpen(Hit hit, BpmnType type) {
        return type == BpmnType.GROUP
                || type.isSwimlane()
                || (type.isSubProcess() || type == BpmnType.CALL_ACTIVITY)
                        && shape(hit.element()).map(Shape::expanded).orElse(false);
    }

    private double area(Hit hit) {
        return bounds(hit).map(bounds -> bounds.width() * bounds.height()).orElse(0.0);
    }

    private Optional<Bounds> bounds(Hit hit) {
        return switch (hit.part()) {
            case SHAPE -> shape(hit.element()).map(Shape::bounds);
            case EDGE -> edge(hit.element()).map(edge -> Polyline.bounds(edge.waypoints()));
            case LABEL ->
                shape(hit.element())
                        .flatMap(Shape::labelBounds)
                        .or(() -> edge(hit.element()).flatMap(Edge::labelBounds));
        };
    }

    private boolean isHeldBy(ElementId id, Set<ElementId> others) {
        Optional<ElementId> holder = diagram.element(id).flatMap(BpmnElement::parent);
        while (holder.isPresent()) {
            if (others.contains(holder.get())) {
                return true;
            }
            holder = holder.flatMap(diagram::element).flatMap(BpmnElement::parent);
        }
        return false;
    }

    private BpmnType type(ElementId id) {
        return diagram.element(id).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
    }

    private boolean isHere(int key) {
        return planeKey.isPresent() && diagram.parentKey(key).equals(planeKey);
    }

    /// The sheet's own key, which stays while the sheet changes.
    private OptionalInt planeKey() {
        return plane < diagram.planes().size()
                ? OptionalInt.of(diagram.planes().get(plane).xml().key())
                : OptionalInt.empty();
    }
}
