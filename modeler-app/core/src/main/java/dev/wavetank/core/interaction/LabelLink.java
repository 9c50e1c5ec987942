package dev.wavetank.core.interaction;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import java.util.List;
import java.util.Optional;

/// The line that shows to whom a label belongs when it stands far off.
public final class LabelLink {
    /// A label nearer than this needs none.
    private static final double NEAR = 15;

    private LabelLink() {}

    /// From the label's border to what it names; empty if it stands near.
    ///
    /// @param shape the shape it names, where `line` is empty
    /// @param line the connection it names
    public static Optional<List<Point>> of(Bounds label, Optional<Bounds> shape, List<Point> line) {
        if (line.size() > 1) {
            Point middle = label.center();
            int segment = Polyline.nearestSegment(line, middle);
            return far(label, Polyline.project(middle, line.get(segment), line.get(segment + 1)));
        }
        return shape.flatMap(owner -> far(label, nearest(owner, label.center())));
    }

    private static Optional<List<Point>> far(Bounds label, Point owner) {
        Point from = nearest(label, owner);
        return from.distanceTo(owner) > NEAR ? Optional.of(List.of(from, owner)) : Optional.empty();
    }

    private static Point nearest(Bounds box, Point to) {
        return new Point(Math.clamp(to.x(), box.x(), box.right()), Math.clamp(to.y(), box.y(), box.bottom()));
    }
}
