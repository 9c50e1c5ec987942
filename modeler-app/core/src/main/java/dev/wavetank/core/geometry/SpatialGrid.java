package dev.wavetank.core.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what is near a point or in a rectangle without looking at everything: space is cut into square cells,
/// each knows what reaches into it. Mutable, since a canvas moves a few entries of many at each edit.
///
/// @param <T> what is found; equal values are the same entry
public final class SpatialGrid<T> {
    /// About the distance from one task to the next, so that a cell holds a handful of shapes.
    private static final double CELL = 160;

    /// What would reach into more cells than this is kept aside and always looked at; a damaged file may hold a
    /// shape of any size.
    private static final double MOST_CELLS = 4096;

    private static final double MAX_COORDINATE = 1e9;

    private record Cell(int column, int row) {}

    private final Map<Cell, List<T>> cells = new HashMap<>();
    private final Map<T, Bounds> entries = new HashMap<>();
    private final Set<T> huge = new LinkedHashSet<>();

    /// Adds the entry, or moves it to other bounds.
    public void put(T entry, Bounds bounds) {
        remove(entry);
        entries.put(entry, bounds);
        if (isHuge(bounds)) {
            huge.add(entry);
            return;
        }
        for (Cell cell : cover(bounds)) {
            cells.computeIfAbsent(cell, unused -> new ArrayList<>(4)).add(entry);
        }
    }

    public void remove(T entry) {
        Bounds bounds = entries.remove(entry);
        if (bounds == null || huge.remove(entry)) {
            return;
        }
        for (Cell cell : cover(bounds)) {
            List<T> held = cells.get(cell);
            if (held != null && held.remove(entry) && held.isEmpty()) {
                cells.remove(cell);
            }
        }
    }

    /// Every entry whose bounds touch the area, each once.
    public Set<T> query(Bounds area) {
        Set<T> found = new LinkedHashSet<>();
        if (isHuge(area)) {
            entries.keySet().forEach(entry -> addIfTouching(entry, area, found));
            return found;
        }
        huge.forEach(entry -> addIfTouching(entry, area, found));
        for (Cell cell : cover(area)) {
            for (T entry : cells.getOrDefault(cell, List.of())) {
                addIfTouching(entry, area, found);
            }
        }
        return found;
    }

    public Set<T> query(Point point) {
        return query(new Bounds(point.x(), point.y(), 0, 0));
    }

    public int size() {
        return entries.size();
    }

    private void addIfTouching(T entry, Bounds area, Set<T> found) {
        Bounds bounds = entries.get(entry);
        if (bounds != null && bounds.intersects(area)) {
            found.add(entry);
        }
    }

    private static boolean isHuge(Bounds bounds) {
        return (bounds.width() / CELL + 1) * (bounds.height() / CELL + 1) > MOST_CELLS
                || Math.abs(bounds.x()) > MAX_COORDINATE
                || Math.abs(bounds.y()) > MAX_COORDINATE;
    }

    private static List<Cell> cover(Bounds bounds) {
        List<Cell> covered = new ArrayList<>();
        int left = cell(bounds.x());
        int right = cell(bounds.right());
        int top = cell(bounds.y());
        int bottom = cell(bounds.bottom());
        for (int column = left; column <= right; column++) {
            for (int row = top; row <= bottom; row++) {
                covered.add(new Cell(column, row));
            }
        }
        return covered;
    }

    private static int cell(double coordinate) {
        return (int) Math.floor(coordinate / CELL);
    }
}
