package dev.wavetank.core.geometry;

import java.util.ArrayList;
import java.util.List;

/// Pure functions on lines of two or more points.
public final class Polyline {
    /// Points closer to a straight line than this are no corners.
    private static final double STRAIGHT = 0.5;

    /// Coordinates that differ by less are on one level or upright line.
    static final double ALIGNED = 1;

    private Polyline() {}

    public static List<Point> translate(List<Point> points, double dx, double dy) {
        Point[] moved = new Point[points.size()];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = points.get(i).translate(dx, dy);
        }
        return List.of(moved);
    }

    /// Without points that repeat their neighbour or lie on the line between their neighbours.
    public static List<Point> simplify(List<Point> points) {
        List<Point> kept = new ArrayList<>(points);
        for (int i = kept.size() - 2; i > 0; i--) {
            Point before = kept.get(i - 1);
            Point after = kept.get(i + 1);
            if (distanceToSegment(kept.get(i), before, after) < STRAIGHT) {
                kept.remove(i);
            }
        }
        return List.copyOf(kept);
    }

    /// True if both are at one height, give or take what a person would not see.
    public static boolean isLevel(Point one, Point other) {
        return Math.abs(one.y() - other.y()) < ALIGNED;
    }

    /// True if one is straight above the other.
    public static boolean isUpright(Point one, Point other) {
        return Math.abs(one.x() - other.x()) < ALIGNED;
    }

    public static boolean isStraight(Point one, Point other) {
        return isLevel(one, other) || isUpright(one, other);
    }

    /// How far `point` is from the nearest place on the line.
    public static double distance(List<Point> line, Point point) {
        int segment = nearestSegment(line, point);
        return segment < 0 ? Double.MAX_VALUE : distanceToSegment(point, line.get(segment), line.get(segment + 1));
    }

    /// The index of the first point of the segment nearest to `point`; -1 without segments.
    public static int nearestSegment(List<Point> line, Point point) {
        int nearest = -1;
        double best = Double.MAX_VALUE;
        for (int i = 0; i + 1 < line.size(); i++) {
            double distance = distanceToSegment(point, line.get(i), line.get(i + 1));
            if (distance < best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /// The point half way along the line.
    public static Point middle(List<Point> line) {
        double left = length(line) / 2;
        for (int i = 0; i + 1 < line.size(); i++) {
            Point from = line.get(i);
            Point to = line.get(i + 1);
            double part = from.distanceTo(to);
            if (part >= left && part > 0) {
                double share = left / part;
                return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
            }
            left -= part;
        }
        return line.getFirst();
    }

    public static double length(List<Point> line) {
        double length = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            length += line.get(i).distanceTo(line.get(i + 1));
        }
        return length;
    }

    /// True if the segment runs through the inside of the box.
    public static boolean crosses(Point from, Point to, Bounds box) {
        if (box.width() <= 0 || box.height() <= 0 || !bounds(List.of(from, to)).intersects(box)) {
            return false;
        }
        Point topLeft = new Point(box.x(), box.y());
        Point topRight = new Point(box.right(), box.y());
        Point bottomRight = new Point(box.right(), box.bottom());
        Point bottomLeft = new Point(box.x(), box.bottom());
        return box.contains(from)
                || box.contains(to)
                || intersect(from, to, topLeft, topRight)
                || intersect(from, to, topRight, bottomRight)
                || intersect(from, to, bottomRight, bottomLeft)
                || intersect(from, to, bottomLeft, topLeft);
    }

    /// True if two segments cross each other; touching ends do not count.
    public static boolean intersect(Point from, Point to, Point otherFrom, Point otherTo) {
        return turn(from, to, otherFrom) * turn(from, to, otherTo) < 0
                && turn(otherFrom, otherTo, from) * turn(otherFrom, otherTo, to) < 0;
    }

    /// Positive where the way over the three points turns clockwise.
    private static double turn(Point from, Point to, Point next) {
        return (to.x() - from.x()) * (next.y() - from.y()) - (to.y() - from.y()) * (next.x() - from.x());
    }

    /// The smallest box around all points.
    public static Bounds bounds(List<Point> line) {
        if (line.isEmpty()) {
            return new Bounds(0, 0, 0, 0);
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < line.size(); i++) { // no iterator: asked of each line at each edit
            Point point = line.get(i);
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return new Bounds(left, top, right - left, bottom - top);
    }

    public static double distanceToSegment(Point point, Point from, Point to) {
        return point.distanceTo(project(point, from, to));
    }

    /// The place on the segment nearest to `point`.
    public static Point project(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        if (square == 0) {
            return from;
        }
        double part = ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / square;
        double share = Math.clamp(part, 0, 1);
        return new Point(from.x() + share * dx, from.y() + share * dy);
    }
}
