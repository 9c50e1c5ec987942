package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Polyline;
import java.util.Optional;
import java.util.stream.Stream;

/// Moves all that a sheet shows, so that it begins at the origin; by whole units, so that what stands on the grid
/// of the pixels stays there.
///
/// @param sheet the index of the sheet among the diagram's planes
public record MoveToOrigin(int sheet) implements Command {
    @Override
    public void apply(Transaction transaction) {
        if (sheet >= transaction.diagram().planes().size()) {
            return;
        }
        Plane plane = transaction.diagram().planes().get(sheet);
        Optional<Bounds> all = Stream.of(
                        plane.shapes().stream().map(Shape::bounds),
                        plane.shapes().stream().flatMap(shape -> shape.labelBounds().stream()),
                        plane.edges().stream().flatMap(edge -> edge.labelBounds().stream()),
                        plane.edges().stream()
                                .filter(edge -> !edge.waypoints().isEmpty())
                                .map(edge -> Polyline.bounds(edge.waypoints())))
                .flatMap(boxes -> boxes)
                .reduce(Bounds::union);
        double dx = -Math.floor(all.map(Bounds::x).orElse(0.0));
        double dy = -Math.floor(all.map(Bounds::y).orElse(0.0));
        if (dx != 0 || dy != 0) {
            move(transaction, plane, dx, dy);
        }
    }

    private static void move(Transaction transaction, Plane plane, double dx, double dy) {
        for (Shape shape : plane.shapes()) {
            transaction.setBounds(shape, shape.bounds().translate(dx, dy));
            shape.labelBounds().ifPresent(label -> transaction.setLabelBounds(shape.xml(), label.translate(dx, dy)));
        }
        for (Edge edge : plane.edges()) {
            transaction.setWaypoints(edge, Polyline.translate(edge.waypoints(), dx, dy));
            edge.labelBounds().ifPresent(label -> transaction.setLabelBounds(edge.xml(), label.translate(dx, dy)));
        }
    }
}
