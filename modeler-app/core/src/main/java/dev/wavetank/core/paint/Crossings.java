package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.geometry.SpatialGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// Where the flows of a plane cross: the one that the file draws later jumps over those before it.
///
/// Mutable: after an edit only flows near to one that changed have to be looked at again.
final class Crossings {
    /// What a jump needs free on its own line on either side: itself, and a rounded corner or an arrow.
    private static final double ROOM = 13;
    /// Where the other line ends or bends it is not crossed but met.
    private static final double INSIDE = 2;
    /// Lines that run nearly the same way, by the sine of the angle between them, are not jumped over.
    private static final double SLANT = 0.35;

    private final SpatialGrid<Integer> grid = new SpatialGrid<>();
    private final Map<Integer, List<Point>> lines = new HashMap<>();

    /// Enters an edge, or its new line.
    void put(Edge edge) {
        int key = edge.xml().key();
        lines.put(key, edge.waypoints());
        grid.put(key, Polyline.bounds(edge.waypoints()));
    }

    void remove(int key) {
        if (lines.remove(key) != null) {
            grid.remove(key);
        }
    }

    /// The keys of all that the edge, as it was entered, may cross.
    Set<Integer> near(int key) {
        List<Point> line = lines.get(key);
        return line == null ? Set.of() : grid.query(Polyline.bounds(line));
    }

    /// The places where an edge crosses those before it.
    ///
    /// @param earlier whether the edge with a key comes before this one
    List<Point> under(Edge edge, IntPredicate earlier) {
        List<Point> places = new ArrayList<>();
        for (int key : new TreeSet<>(grid.query(Polyline.bounds(edge.waypoints())))) {
            if (key != edge.xml().key() && earlier.test(key)) {
                addCrossings(edge.waypoints(), lines.getOrDefault(key, List.of()), places);
            }
        }
        return places;
    }

    static void addCrossings(List<Point> line, List<Point> other, List<Point> places) {
        for (int i = 0; i + 1 < line.size(); i++) {
            for (int j = 0; j + 1 < other.size(); j++) {
                crossing(line.get(i), line.get(i + 1), other.get(j), other.get(j + 1))
                        .ifPresent(places::add);
            }
        }
    }

    private static Optional<Point> crossing(Point from, Point to, Point otherFrom, Point otherTo) {
        if (areApart(from.x(), to.x(), otherFrom.x(), otherTo.x())
                || areApart(from.y(), to.y(), otherFrom.y(), otherTo.y())) {
            return Optional.empty();
        }
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double otherDx = otherTo.x() - otherFrom.x();
        double otherDy = otherTo.y() - otherFrom.y();
        double length = Math.hypot(dx, dy);
        double otherLength = Math.hypot(otherDx, otherDy);
        double turn = dx * otherDy - dy * otherDx;
        if (Math.abs(turn) <= SLANT * length * otherLength) {
            return Optional.empty();
        }
        double along = ((otherFrom.x() - from.x()) * otherDy - (otherFrom.y() - from.y()) * otherDx) / turn;
        double alongOther = ((otherFrom.x() - from.x()) * dy - (otherFrom.y() - from.y()) * dx) / turn;
        boolean room = along * length > ROOM && (1 - along) * length > ROOM;
        boolean inside = alongOther * otherLength > INSIDE && (1 - alongOther) * otherLength > INSIDE;
        return room && inside ? Optional.of(new Point(from.x() + along * dx, from.y() + along * dy)) : Optional.empty();
    }

    private static boolean areApart(double from, double to, double otherFrom, double otherTo) {
        return Math.max(from, to) < Math.min(otherFrom, otherTo) || Math.max(otherFrom, otherTo) < Math.min(from, to);
    }
}
