package dev.wavetank.core.edit.command;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;

/// Places on the border of a box.
public final class Borders {
    private Borders() {}

    /// The place on the border nearest to `point`, which may lie inside or outside.
    public static Point nearest(Bounds box, Point point) {
        double x = Math.clamp(point.x(), box.x(), box.right());
        double y = Math.clamp(point.y(), box.y(), box.bottom());
        double left = x - box.x();
        double right = box.right() - x;
        double top = y - box.y();
        double bottom = box.bottom() - y;
        double nearest = Math.min(Math.min(left, right), Math.min(top, bottom));
        if (nearest == bottom) {
            return new Point(x, box.bottom());
        }
        if (nearest == top) {
            return new Point(x, box.y());
        }
        return new Point(nearest == left ? box.x() : box.right(), y);
    }
}
