package dev.wavetank.core.edit.behavior;

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
import java.util.List;
import java.util.Optional;

/// External labels move with what they name: by the same distance as a shape, or as far as the nearest place on
/// a connection went.
public final class LabelsFollow implements Behavior {
    @Override
    public void complete(Transaction transaction) {
        ChangeSet changes = transaction.changes();
        for (ElementId id : changes.touched()) {
            changes.reshaped(id).ifPresent(shape -> {
                double dx = shape.after().center().x() - shape.before().center().x();
                double dy = shape.after().center().y() - shape.before().center().y();
                follow(transaction, changes, id, dx, dy);
            });
            followLine(transaction, changes, id);
        }
    }

    private static void follow(Transaction transaction, ChangeSet changes, ElementId id, double dx, double dy) {
        Optional<Shape> now = changes.after().shape(id);
        Optional<Bounds> label = now.flatMap(Shape::labelBounds);
        if (label.isPresent() && label.equals(changes.before().shape(id).flatMap(Shape::labelBounds))) {
            transaction.setLabelBounds(now.orElseThrow().xml(), label.get().translate(dx, dy));
        }
    }

    private static void followLine(Transaction transaction, ChangeSet changes, ElementId id) {
        Diagram before = changes.before();
        Optional<Edge> old = before.edge(id);
        Optional<Edge> now = changes.after().edge(id);
        Optional<Bounds> label = now.flatMap(Edge::labelBounds);
        if (old.isEmpty() || label.isEmpty() || !label.equals(old.get().labelBounds())) {
            return;
        }
        List<Point> oldLine = old.get().waypoints();
        List<Point> line = now.orElseThrow().waypoints();
        if (line.equals(oldLine) || line.size() < 2 || oldLine.size() < 2) {
            return;
        }
        Point from = anchor(oldLine, label.get().center());
        Point to = along(line, share(oldLine, from));
        transaction.setLabelBounds(
                now.get().xml(), label.get().translate(Math.round(to.x() - from.x()), Math.round(to.y() - from.y())));
    }

    private static Point anchor(List<Point> line, Point near) {
        int segment = Polyline.nearestSegment(line, near);
        return Polyline.project(near, line.get(segment), line.get(segment + 1));
    }

    /// Which part of the line's length lies before a point on it.
    private static double share(List<Point> line, Point on) {
        int segment = Polyline.nearestSegment(line, on);
        double before = Polyline.length(line.subList(0, segment + 1))
                + line.get(segment).distanceTo(on);
        double length = Polyline.length(line);
        return length == 0 ? 0 : before / length;
    }

    private static Point along(List<Point> line, double share) {
        double left = Polyline.length(line) * share;
        for (int i = 0; i + 1 < line.size(); i++) {
            double part = line.get(i).distanceTo(line.get(i + 1));
            if (part >= left && part > 0) {
                double inside = left / part;
                Point from = line.get(i);
                Point to = line.get(i + 1);
                return new Point(from.x() + (to.x() - from.x()) * inside, from.y() + (to.y() - from.y()) * inside);
            }
            left -= part;
        }
        return line.getLast();
    }
}
