package dev.wavetank.core.edit.behavior;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A label beside an event, gateway or data sign goes to a free side when a connection comes to run through it;
/// the label of a connection steps aside from its own line. Labels that were covered before stay where somebody
/// put them.
public final class LabelsAvoidFlows implements Behavior {
    private static final double GAP = 7;
    private static final double BESIDE_LINE = 5;

    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        Set<ElementId> owners = new LinkedHashSet<>();
        for (ElementId id : changes.touched()) {
            Optional<Edge> now =
                    changes.after().edge(id).filter(edge -> edge.waypoints().size() > 1);
            if (now.isPresent() && isLaidOut(changes, now.get())) {
                stepAside(transaction, changes, now.get());
                changes.after()
                        .element(id)
                        .ifPresent(flow -> Stream.of(flow.source(), flow.target())
                                .flatMap(Optional::stream)
                                .forEach(owners::add));
            }
            if (isLabelNew(changes, id)) {
                owners.add(id);
            }
        }
        owners.forEach(id -> free(transaction, changes, id));
    }

    private static boolean isLaidOut(ChangeSet changes, Edge now) {
        Optional<Edge> before = changes.before().edge(now.element());
        return before.isEmpty()
                || !isShifted(before.get().waypoints(), now.waypoints())
                || !before.get().labelBounds().isPresent() && now.labelBounds().isPresent();
    }

    /// The same line, perhaps elsewhere.
    private static boolean isShifted(List<Point> line, List<Point> now) {
        if (line.size() != now.size()) {
            return false;
        }
        double dx = now.getFirst().x() - line.getFirst().x();
        double dy = now.getFirst().y() - line.getFirst().y();
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).translate(dx, dy).distanceTo(now.get(i)) > 1e-6) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabelNew(ChangeSet changes, ElementId id) {
        return label(changes.after(), id).isPresent()
                && label(changes.before(), id).isEmpty();
    }

    private static Optional<Bounds> label(Diagram diagram, ElementId id) {
        Optional<Bounds> label = diagram.shape(id).flatMap(Shape::labelBounds);
        return label.isEmpty()
                ? label
                : diagram.element(id)
                        .filter(element ->
                                element.type().isFlowNode() || element.type().isData())
                        .filter(element -> element.type().hasExternalLabel())
                        .flatMap(_ -> label);
    }

    /// Takes a label that is covered by a flow of its own shape to the first side that is free.
    private static void free(Transaction transaction, ChangeSet changes, ElementId id) {
        Diagram now = changes.after();
        Optional<Bounds> label = label(now, id);
        if (label.isEmpty() || !isCovered(now, id, label.get()) || wasCovered(changes, id)) {
            return;
        }
        Shape shape = now.shape(id).orElseThrow();
        Optional<Bounds> host = now.element(id)
                .flatMap(BpmnElement::attachedTo)
                .flatMap(now::shape)
                .map(Shape::bounds);
        Stream.concat(
                        sides(shape.bounds(), label.get()),
                        host.stream().flatMap(_ -> corners(shape.bounds(), label.get())))
                .filter(place -> host.filter(place::intersects).isEmpty())
                .filter(place -> !isCovered(now, id, place))
                .findFirst()
                .ifPresent(place -> transaction.setLabelBounds(shape.xml(), place));
    }

    private static boolean wasCovered(ChangeSet changes, ElementId id) {
        return label(changes.before(), id)
                .filter(label -> isCovered(changes.before(), id, label))
                .isPresent();
    }

    private static boolean isCovered(Diagram diagram, ElementId id, Bounds label) {
        return Stream.concat(diagram.incoming(id).stream(), diagram.outgoing(id).stream())
                .flatMap(flow -> diagram.edge(flow).stream())
                .anyMatch(edge -> covers(edge.waypoints(), label));
    }

    private static boolean covers(List<Point> line, Bounds label) {
        for (int i = 0; i + 1 < line.size(); i++) {
            if (Polyline.crosses(line.get(i), line.get(i + 1), label)) {
                return true;
            }
        }
        return false;
    }

    /// Below, above, left, right.
    private static Stream<Bounds> sides(Bounds shape, Bounds label) {
        double middleX = Math.round(shape.center().x() - label.width() / 2);
        double middleY = Math.round(shape.center().y() - label.height() / 2);
        return Stream.of(
                        new Point(middleX, shape.bottom() + GAP),
                        new Point(middleX, shape.y() - GAP - label.height()),
                        new Point(shape.x() - GAP - label.width(), middleY),
                        new Point(shape.right() + GAP, middleY))
                .map(at -> new Bounds(at.x(), at.y(), label.width(), label.height()));
    }

    /// To the right and to the left, at the lower and at the upper end: there a boundary event has room beside its
    /// activity.
    private static Stream<Bounds> corners(Bounds shape, Bounds label) {
        return Stream.of(shape.bottom() - label.height() + 2, shape.y() - 2)
                .flatMap(y -> Stream.of(shape.right() + GAP, shape.x() - GAP - label.width())
                        .map(x -> new Bounds(x, y, label.width(), label.height())));
    }

    /// Moves a connection's label beside its own line.
    private static void stepAside(Transaction transaction, ChangeSet changes, Edge edge) {
        Optional<Bounds> label = edge.labelBounds();
        boolean before = changes.before()
                .edge(edge.element())
                .filter(old -> old.labelBounds()
                        .filter(bounds -> covers(old.waypoints(), bounds))
                        .isPresent())
                .isPresent();
        if (label.isEmpty() || before || !covers(edge.waypoints(), label.get())) {
            return;
        }
        Point middle = label.get().center();
        int at = Polyline.nearestSegment(edge.waypoints(), middle);
        Point from = edge.waypoints().get(at);
        Point on = Polyline.project(middle, from, edge.waypoints().get(at + 1));
        Bounds box = label.get();
        boolean upright = Polyline.isUpright(from, edge.waypoints().get(at + 1));
        Stream<Point> places = upright
                ? Stream.of(
                        new Point(on.x() + BESIDE_LINE, box.y()),
                        new Point(on.x() - BESIDE_LINE - box.width(), box.y()))
                : Stream.of(
                        new Point(box.x(), on.y() - BESIDE_LINE - box.height()),
                        new Point(box.x(), on.y() + BESIDE_LINE));
        places.map(place -> new Bounds(place.x(), place.y(), box.width(), box.height()))
                .filter(place -> !covers(edge.waypoints(), place))
                .findFirst()
                .ifPresent(place -> transaction.setLabelBounds(edge.xml(), place));
    }
}
