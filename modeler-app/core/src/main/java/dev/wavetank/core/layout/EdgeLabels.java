package dev.wavetank.core.layout;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Finds places for the names of flows: above a level stretch near the source, else beside an upright one, else
/// further along, where no shape and no other name is.
final class EdgeLabels {
    private static final double AWAY = 8;
    private static final double LINE_WEIGHT = 8;
    private static final double TAKEN_WEIGHT = 4;

    private EdgeLabels() {}

    static Bounds place(List<Point> way, Bounds size, Collection<Bounds> taken, List<Bounds> lines) {
        var candidates = new ArrayList<Bounds>();
        var further = new ArrayList<Bounds>();
        for (int i = 1; i < way.size(); i++) {
            Point from = way.get(i - 1);
            Point to = way.get(i);
            if (Math.abs(from.y() - to.y()) < 0.5) {
                double length = Math.abs(to.x() - from.x());
                double sign = Math.signum(to.x() - from.x());
                double near = Math.min(AWAY + size.width() / 2, length / 2);
                for (double along : new double[] {near, length / 2, length / 4, length * 3 / 4, length - near}) {
                    List<Bounds> into = along == near || along == length / 2 ? candidates : further;
                    double x = from.x() + sign * along - size.width() / 2;
                    into.add(at(size, x, from.y() - size.height() - 3));
                    into.add(at(size, x, from.y() + 4));
                }
            } else {
                double length = Math.abs(to.y() - from.y());
                double sign = Math.signum(to.y() - from.y());
                double near = Math.min(AWAY + size.height() / 2, length / 2);
                for (double along : new double[] {near, length / 2, length / 4, length * 3 / 4, length - near}) {
                    List<Bounds> into = along == near || along == length / 2 ? candidates : further;
                    double y = from.y() + sign * along - size.height() / 2;
                    into.add(at(size, from.x() + 5, y));
                    into.add(at(size, from.x() - size.width() - 5, y));
                }
            }
        }
        candidates.addAll(further);
        Bounds best = candidates.isEmpty()
                ? at(size, way.getFirst().x(), way.getFirst().y())
                : candidates.getFirst();
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            Bounds candidate = candidates.get(i);
            double cost = 3 * i + LINE_WEIGHT * ShapeLabels.covered(candidate, lines);
            for (Bounds other : taken) {
                cost += TAKEN_WEIGHT * ShapeLabels.overlap(candidate, other);
            }
            if (cost < bestCost) {
                bestCost = cost;
                best = candidate;
            }
        }
        return best;
    }

    private static Bounds at(Bounds size, double x, double y) {
        return new Bounds(x, y, size.width(), size.height());
    }
}
