package dev.wavetank.core.geometry;

import java.util.ArrayList;
import java.util.List;

/// Lays connections out of horizontal and vertical segments, from outline to outline, and repairs them when an
/// end moves.
///
/// A repair changes as little as it can: a connection keeps its corners, and only the segment next to the moved
/// end follows. A new route is made only if that would run through one of the shapes.
public final class ManhattanRouter {
    /// How far a line that has to go around keeps from a shape.
    private static final double STUB = 20;

    /// The direction in which a connection leaves or enters a shape.
    public enum Axis {
        HORIZONTAL,
        VERTICAL
    }

    /// A shape at one end.
    public record End(Bounds bounds, Outline outline) {
        Point center() {
            return bounds.center();
        }
    }

    private ManhattanRouter() {}

    /// A new route that leaves `source` and enters `target` along the axes wished for, where their places allow
    /// it.
    public static List<Point> route(End source, End target, Axis out, Axis in) {
        if (source.bounds.equals(target.bounds)) {
            return loop(source);
        }
        Point from = source.center();
        Point to = target.center();
        return crop(source, target, corners(source.bounds, target.bounds, from, to, out, in));
    }

    private static List<Point> corners(Bounds source, Bounds target, Point from, Point to, Axis out, Axis in) {
        boolean sideBySide = source.right() < target.x() || target.right() < source.x();
        boolean oneAboveOther = source.bottom() < target.y() || target.bottom() < source.y();
        if (Math.abs(from.y() - to.y()) < Polyline.ALIGNED && sideBySide
                || Math.abs(from.x() - to.x()) < Polyline.ALIGNED && oneAboveOther) {
            return List.of(from, to);
        }
        boolean clearOfTarget = from.x() < target.x() || from.x() > target.right();
        boolean clearOfSource = to.y() < source.y() || to.y() > source.bottom();
        if (out == Axis.VERTICAL && in == Axis.HORIZONTAL && clearOfTarget && clearOfSource) {
            return List.of(from, new Point(from.x(), to.y()), to);
        }
        boolean targetAside = to.x() < source.x() || to.x() > source.right();
        boolean sourceBeyond = from.y() < target.y() || from.y() > target.bottom();
        if (out == Axis.HORIZONTAL && in == Axis.VERTICAL && targetAside && sourceBeyond) {
            return List.of(from, new Point(to.x(), from.y()), to);
        }
        boolean acrossFirst = out == Axis.HORIZONTAL || in == Axis.HORIZONTAL;
        if (sideBySide && (acrossFirst || !oneAboveOther)) {
            double middle =
                    source.right() < target.x() ? (source.right() + target.x()) / 2 : (target.right() + source.x()) / 2;
            return List.of(from, new Point(middle, from.y()), new Point(middle, to.y()), to);
        }
        if (oneAboveOther) {
            double middle = source.bottom() < target.y()
                    ? (source.bottom() + target.y()) / 2
                    : (target.bottom() + source.y()) / 2;
            return List.of(from, new Point(from.x(), middle), new Point(to.x(), middle), to);
        }
        double beyond = Math.max(source.right(), target.right()) + STUB;
        return List.of(from, new Point(beyond, from.y()), new Point(beyond, to.y()), to);
    }

    /// Out of the right side and back into the bottom.
    private static List<Point> loop(End shape) {
        Bounds box = shape.bounds;
        Point center = shape.center();
        double right = box.right() + STUB;
        double below = box.bottom() + STUB;
        return crop(
                shape,
                shape,
                List.of(
                        center,
                        new Point(right, center.y()),
                        new Point(right, below),
                        new Point(center.x(), below),
                        center));
    }

    /// Out of the same side of both shapes and along at a distance from them: the way of a line whose straight one is
    /// taken.
    ///
    /// @param axis of the stretch between them
    /// @param at   where that stretch runs: its y if it is level, its x if it is upright
    public static List<Point> routeAround(End source, End target, Axis axis, double at) {
        Point from = source.center();
        Point to = target.center();
        return crop(
                source,
                target,
                axis == Axis.HORIZONTAL
                        ? List.of(from, new Point(from.x(), at), new Point(to.x(), at), to)
                        : List.of(from, new Point(at, from.y()), new Point(at, to.y()), to));
    }

    /// From an event on a shape's border away from that shape, and around it if the target lies on its other
    /// side.
    ///
    /// @param down the event sits at the bottom of its host (or at neither bottom nor top)
    public static List<Point> routeFromBorder(End event, End target, Bounds host, boolean down) {
        Point from = event.center();
        Point to = target.center();
        boolean ahead = down ? to.y() > event.bounds.bottom() : to.y() < event.bounds.y();
        boolean clear = from.x() < target.bounds.x() || from.x() > target.bounds.right();
        if (ahead && clear) {
            return crop(event, target, List.of(from, new Point(from.x(), to.y()), to));
        }
        if (ahead && (down ? target.bounds.y() > event.bounds.bottom() : target.bounds.bottom() < event.bounds.y())) {
            double middle = down
                    ? (event.bounds.bottom() + target.bounds.y()) / 2
                    : (event.bounds.y() + target.bounds.bottom()) / 2;
            return crop(
                    event,
                    target,
                    Polyline.simplify(List.of(from, new Point(from.x(), middle), new Point(to.x(), middle), to)));
        }
        double around = down
                ? Math.max(event.bounds.bottom(), Math.max(host.bottom(), target.bounds.bottom())) + STUB
                : Math.min(event.bounds.y(), Math.min(host.y(), target.bounds.y())) - STUB;
        return crop(event, target, List.of(from, new Point(from.x(), around), new Point(to.x(), around), to));
    }

    /// The route after one or both ends moved or changed size: corners stay, the outer segments follow.
    ///
    /// @param oldSource bounds of the source when `line` was right
    /// @param oldTarget bounds of the target when `line` was right
    public static List<Point> repair(
            List<Point> line, Bounds oldSource, Bounds oldTarget, End source, End target, Axis out, Axis in) {
        if (line.size() < 2) {
            return route(source, target, out, in);
        }
        if (line.size() == 2) {
            return straight(line, oldSource, oldTarget, source, target, out, in);
        }
        List<Point> points = new ArrayList<>(line);
        dragEnd(points, oldSource, source.bounds);
        List<Point> reversed = new ArrayList<>(points.reversed());
        dragEnd(reversed, oldTarget, target.bounds);
        points = new ArrayList<>(reversed.reversed());
        boolean broken = points.subList(1, points.size() - 1).stream()
                .anyMatch(corner -> source.bounds.contains(corner) || target.bounds.contains(corner));
        return broken || passesThrough(points, source.bounds, target.bounds)
                ? route(source, target, out, in)
                : Polyline.simplify(crop(source, target, points));
    }

    private static List<Point> straight(
            List<Point> line, Bounds oldSource, Bounds oldTarget, End source, End target, Axis out, Axis in) {
        Point from = follow(line.getFirst(), oldSource, source.bounds);
        Point to = follow(line.getLast(), oldTarget, target.bounds);
        boolean wasSlanted = !Polyline.isLevel(line.getFirst(), line.getLast())
                && !Polyline.isUpright(line.getFirst(), line.getLast());
        if (wasSlanted) {
            return crop(source, target, List.of(source.center(), target.center()));
        }
        boolean still = Polyline.isLevel(from, to) || Polyline.isUpright(from, to);
        boolean apart = !source.bounds.intersects(target.bounds);
        return still && apart && !passesThrough(List.of(from, to), source.bounds, target.bounds)
                ? crop(source, target, List.of(from, to))
                : route(source, target, out, in);
    }

    /// Moves the first point along with its shape and keeps the first segment level or upright by moving the
    /// second one.
    private static void dragEnd(List<Point> points, Bounds before, Bounds now) {
        if (before.equals(now)) {
            return;
        }
        Point end = points.get(0);
        Point next = points.get(1);
        Point moved = follow(end, before, now);
        if (points.size() > 2 && Polyline.isLevel(end, next)) {
            points.set(1, new Point(next.x(), moved.y()));
        } else if (points.size() > 2 && Polyline.isUpright(end, next)) {
            points.set(1, new Point(moved.x(), next.y()));
        }
        points.set(0, moved);
    }

    /// Where a point on or in a shape is after the shape moved, or in proportion after it changed its size.
    private static Point follow(Point point, Bounds before, Bounds now) {
        double across = before.width() == 0 ? 0.5 : (point.x() - before.x()) / before.width();
        double down = before.height() == 0 ? 0.5 : (point.y() - before.y()) / before.height();
        return new Point(now.x() + across * now.width(), now.y() + down * now.height());
    }

    /// True if an outer segment runs back through its own shape.
    private static boolean passesThrough(List<Point> points, Bounds source, Bounds target) {
        return runsBack(points.get(0), points.get(1), source)
                || runsBack(points.getLast(), points.get(points.size() - 2), target);
    }

    private static boolean runsBack(Point end, Point next, Bounds shape) {
        Point center = shape.center();
        double towards = (next.x() - end.x()) * (end.x() - center.x()) + (next.y() - end.y()) * (end.y() - center.y());
        return towards < 0 && !shape.contains(next) && Math.abs(towards) > Polyline.ALIGNED;
    }

    /// Cuts both ends at the outlines. An end that is not inside its shape is set on its centre line first.
    private static List<Point> crop(End source, End target, List<Point> points) {
        List<Point> cropped = new ArrayList<>(points);
        cropped.set(0, dock(source, points.get(0), points.get(1)));
        int last = points.size() - 1;
        cropped.set(last, dock(target, points.get(last), points.get(last - 1)));
        return List.copyOf(cropped);
    }

    /// Where a line that begins at `at`, in or near a shape, and leads on to `next` meets the shape's outline.
    public static Point dock(End end, Point at, Point next) {
        Point center = end.center();
        Point inside = Polyline.isLevel(at, next)
                ? new Point(center.x(), at.y())
                : Polyline.isUpright(at, next)
                        ? new Point(at.x(), center.y())
                        : end.outline.contains(end.bounds, at) ? at : center;
        return end.outline.contains(end.bounds, inside)
                ? end.outline.crop(end.bounds, inside, next)
                : end.outline.crop(end.bounds, center, next);
    }
}
