package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.paint.Path;
import java.util.List;

/// Draws straight parts of a line that jump in small arcs over the lines they cross, upwards or to the right.
/// Jumps that would touch become one.
final class JumpingLine {
    private static final double RADIUS = 4;

    private JumpingLine() {}

    /// Goes on from `from`, where the path is, to `to`.
    ///
    /// @param jumps places on the whole line; those on this part are taken
    static void draw(Path.Builder path, Point from, Point to, List<Point> jumps) {
        double length = from.distanceTo(to);
        double[] places = jumps.stream()
                .filter(jump -> Polyline.distanceToSegment(jump, from, to) < 0.5)
                .mapToDouble(from::distanceTo)
                .filter(place -> place > RADIUS && place < length - RADIUS)
                .sorted()
                .toArray();
        double dx = length == 0 ? 0 : (to.x() - from.x()) / length;
        double dy = length == 0 ? 0 : (to.y() - from.y()) / length;
        double side = dx > 1e-9 || Math.abs(dx) <= 1e-9 && dy > 0 ? 1 : -1;
        double height = RADIUS * 4 / 3 * side;
        for (int i = 0; i < places.length; i++) {
            double start = places[i] - RADIUS;
            while (i + 1 < places.length && places[i + 1] - places[i] < 2 * RADIUS + 1) {
                i++;
            }
            double end = places[i] + RADIUS;
            Point a = from.translate(dx * start, dy * start);
            Point b = from.translate(dx * end, dy * end);
            path.line(a.x(), a.y())
                    .curve(
                            a.x() + dy * height,
                            a.y() - dx * height,
                            b.x() + dy * height,
                            b.y() - dx * height,
                            b.x(),
                            b.y());
        }
        path.line(to.x(), to.y());
    }
}
