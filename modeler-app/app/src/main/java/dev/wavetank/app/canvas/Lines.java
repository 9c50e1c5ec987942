package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// Outlines on the overlay. Many of them make one JavaFX path, because a node for each of a thousand selected
/// elements would cost more than the diagram itself.
final class Lines {
    private static final double ROUNDING = 10;

    private Lines() {}

    static void addBox(List<PathElement> to, Bounds box) {
        to.add(new MoveTo(box.x(), box.y()));
        to.add(new LineTo(box.right(), box.y()));
        to.add(new LineTo(box.right(), box.bottom()));
        to.add(new LineTo(box.x(), box.bottom()));
        to.add(new ClosePath());
    }

    /// The outline of a shape of that type: round for an event, a diamond for a gateway, with round corners for an
    /// activity.
    static void addShape(List<PathElement> to, BpmnType type, Bounds box) {
        double x = box.center().x();
        double y = box.center().y();
        if (type.isEvent()) {
            double across = box.width() / 2;
            double down = box.height() / 2;
            to.add(new MoveTo(box.x(), y));
            to.add(new ArcTo(across, down, 0, box.right(), y, false, true));
            to.add(new ArcTo(across, down, 0, box.x(), y, false, true));
            to.add(new ClosePath());
        } else if (type.isGateway()) {
            to.add(new MoveTo(x, box.y()));
            to.add(new LineTo(box.right(), y));
            to.add(new LineTo(x, box.bottom()));
            to.add(new LineTo(box.x(), y));
            to.add(new ClosePath());
        } else if (type.isActivity()) {
            addRounded(to, box, Math.min(ROUNDING, box.height() / 8));
        } else {
            addBox(to, box);
        }
    }

    private static void addRounded(List<PathElement> to, Bounds box, double radius) {
        to.add(new MoveTo(box.x() + radius, box.y()));
        to.add(new LineTo(box.right() - radius, box.y()));
        to.add(new ArcTo(radius, radius, 0, box.right(), box.y() + radius, false, true));
        to.add(new LineTo(box.right(), box.bottom() - radius));
        to.add(new ArcTo(radius, radius, 0, box.right() - radius, box.bottom(), false, true));
        to.add(new LineTo(box.x() + radius, box.bottom()));
        to.add(new ArcTo(radius, radius, 0, box.x(), box.bottom() - radius, false, true));
        to.add(new LineTo(box.x(), box.y() + radius));
        to.add(new ArcTo(radius, radius, 0, box.x() + radius, box.y(), false, true));
        to.add(new ClosePath());
    }

    static void addLine(List<PathElement> to, List<Point> points, UnaryOperator<Point> place) {
        for (int i = 0; i < points.size(); i++) {
            Point at = place.apply(points.get(i));
            to.add(i == 0 ? new MoveTo(at.x(), at.y()) : new LineTo(at.x(), at.y()));
        }
    }

    static Path path(String styleClass) {
        var path = new Path();
        path.getStyleClass().add(styleClass);
        path.setMouseTransparent(true);
        path.setManaged(false);
        return path;
    }

    /// The middle of the longest segment.
    static Point middle(List<Point> points) {
        Point best = points.isEmpty() ? new Point(0, 0) : points.getFirst();
        double longest = -1;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (from.distanceTo(to) > longest) {
                longest = from.distanceTo(to);
                best = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
            }
        }
        return best;
    }
}
