package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;

/// Places on a connection's line.
public final class Waypoints {
    private static final double LABEL_GAP = 4;

    private Waypoints() {}

    /// The point halfway along the line.
    public static Point middle(List<Point> waypoints) {
        double total = 0;
        for (int i = 1; i < waypoints.size(); i++) {
            total += waypoints.get(i).distanceTo(waypoints.get(i - 1));
        }
        double left = total / 2;
        for (int i = 1; i < waypoints.size(); i++) {
            Point from = waypoints.get(i - 1);
            Point to = waypoints.get(i);
            double length = from.distanceTo(to);
            if (length >= left && length > 0) {
                double part = left / length;
                return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
            }
            left -= length;
        }
        return waypoints.getFirst();
    }

    /// Where a name of this size stands if the file does not say: above the middle of its longest level part,
    /// else right of the middle.
    public static Bounds label(List<Point> waypoints, double width, double height) {
        Point middle = middle(waypoints);
        double best = width;
        Point over = middle;
        boolean level = false;
        for (int i = 1; i < waypoints.size(); i++) {
            Point from = waypoints.get(i - 1);
            Point to = waypoints.get(i);
            double length = Math.abs(to.x() - from.x());
            if (Math.abs(to.y() - from.y()) < 1 && length > best) {
                best = length;
                over = new Point((from.x() + to.x()) / 2, from.y());
                level = true;
            }
        }
        return level
                ? new Bounds(over.x() - width / 2, over.y() - height - LABEL_GAP, width, height)
                : new Bounds(middle.x() + LABEL_GAP + 1, middle.y() - height / 2, width, height);
    }

    /// Whether the line runs through the box; slanted parts count by their own bounds.
    public static boolean cross(List<Point> waypoints, Bounds box) {
        for (int i = 1; i < waypoints.size(); i++) {
            if (bounds(waypoints.subList(i - 1, i + 1)).intersects(box)) {
                return true;
            }
        }
        return false;
    }

    public static Bounds bounds(List<Point> waypoints) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point point : waypoints) {
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return waypoints.isEmpty() ? new Bounds(0, 0, 0, 0) : new Bounds(left, top, right - left, bottom - top);
    }
}
