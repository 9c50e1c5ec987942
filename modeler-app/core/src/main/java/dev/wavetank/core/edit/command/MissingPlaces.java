package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Places for nodes that a drawing leaves out: behind the node that leads to it, or before the one it leads to, where
/// nothing stands and its container has room; whatever finds none goes to rows below everything.
final class MissingPlaces {
    private static final double GAP = 50;
    private static final double MARGIN = 30;
    private static final double PADDING = 10;
    private static final int STEPS = 7;
    private static final int COLUMNS = 3;
    private static final double BELOW = 60;
    private static final int PER_ROW = 8;
    private static final double CELL_WIDTH = 160;
    private static final double CELL_HEIGHT = 140;

    private final Diagram diagram;
    private final Plane plane;
    private final Map<ElementId, Bounds> places = new LinkedHashMap<>();

    private MissingPlaces(Diagram diagram, Plane plane) {
        this.diagram = diagram;
        this.plane = plane;
    }

    /// @param missing no boundary events among them: their places are their hosts'
    static Map<ElementId, Bounds> of(Diagram diagram, Plane plane, List<BpmnElement> missing) {
        var places = new MissingPlaces(diagram, plane);
        List<BpmnElement> left = new ArrayList<>(missing);
        while (left.removeIf(places::putBeside)) {
            // those that stand now are neighbours of the next
        }
        places.putBelow(left);
        return places.places;
    }

    private boolean putBeside(BpmnElement element) {
        Optional<Bounds> place = neighbours(element, true)
                .flatMap(bounds -> free(element, bounds, true).stream())
                .findFirst()
                .or(() -> neighbours(element, false)
                        .flatMap(bounds -> free(element, bounds, false).stream())
                        .findFirst());
        place.ifPresent(bounds -> places.put(element.id(), bounds));
        return place.isPresent();
    }

    /// Where those stand that lead to the element, or those it leads to.
    private Stream<Bounds> neighbours(BpmnElement element, boolean before) {
        List<ElementId> flows = before ? diagram.incoming(element.id()) : diagram.outgoing(element.id());
        return flows.stream()
                .flatMap(id -> diagram.element(id).stream())
                .filter(flow -> flow.type() == BpmnType.SEQUENCE_FLOW)
                .flatMap(flow -> (before ? flow.source() : flow.target()).stream())
                .flatMap(id -> bounds(id).stream());
    }

    private Optional<Bounds> bounds(ElementId id) {
        return Optional.ofNullable(places.get(id))
                .or(() -> plane.shapes().stream()
                        .filter(shape -> shape.element().equals(id))
                        .map(Shape::bounds)
                        .findFirst());
    }

    /// Right beside at the same middle; further down, then further up; then a column on.
    private Optional<Bounds> free(BpmnElement element, Bounds beside, boolean behind) {
        Bounds size = size(element.type());
        Optional<Bounds> room = room(element);
        for (int column = 0; column < COLUMNS; column++) {
            double away = GAP + column * (size.width() + GAP);
            double x = behind ? beside.right() + away : beside.x() - away - size.width();
            for (int step = 0; step < STEPS; step++) {
                double shift = (step + 1) / 2 * (size.height() + MARGIN) * (step % 2 == 0 ? -1 : 1);
                Bounds place =
                        size.translate(Math.rint(x), Math.rint(beside.center().y() - size.height() / 2 + shift));
                boolean fits = room.map(around -> around.inflate(-PADDING).contains(place))
                        .orElse(true);
                if (fits && isFree(place, beside)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    /// The box of the sub-process or pool that holds the element; empty on the free sheet.
    private Optional<Bounds> room(BpmnElement element) {
        return element.parent()
                .flatMap(id ->
                        bounds(id).or(() -> Lanes.participant(diagram, id).flatMap(pool -> bounds(pool.id()))));
    }

    /// Whatever the neighbour stands in is no obstacle.
    private boolean isFree(Bounds place, Bounds neighbour) {
        Bounds padded = place.inflate(PADDING);
        return places.values().stream().noneMatch(padded::intersects)
                && plane.shapes().stream()
                        .map(Shape::bounds)
                        .filter(bounds -> bounds.equals(neighbour) || !bounds.contains(neighbour))
                        .noneMatch(padded::intersects);
    }

    private void putBelow(List<BpmnElement> left) {
        Bounds drawn =
                plane.shapes().stream().map(Shape::bounds).reduce(Bounds::union).orElse(new Bounds(0, 0, 0, 0));
        double bottom = places.values().stream().mapToDouble(Bounds::bottom).reduce(drawn.bottom(), Math::max);
        for (int i = 0; i < left.size(); i++) {
            places.put(
                    left.get(i).id(),
                    size(left.get(i).type())
                            .translate(
                                    Math.rint(drawn.x() + i % PER_ROW * CELL_WIDTH),
                                    Math.rint(bottom + BELOW + Math.floorDiv(i, PER_ROW) * CELL_HEIGHT)));
        }
    }

    static Bounds size(BpmnType type) {
        return type.isEvent()
                ? new Bounds(0, 0, 36, 36)
                : type.isGateway() ? new Bounds(0, 0, 50, 50) : new Bounds(0, 0, 100, 80);
    }
}
