package dev.wavetank.core.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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

    private record Cell(int column, int row) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Cell cell && column == cell.column && row == cell.row;
        }

        @Override
        public int hashCode() {
            return 0x9E3779B1 * column + 0x85EBCA77 * row; // neighbours spread over the whole table
        }
    }

    /// The cells that some bounds reach into.
    private record Span(int left, int right, int top, int bottom) {
        static Span of(Bounds bounds) {
            return new Span(cell(bounds.x()), cell(bounds.right()), cell(bounds.y()), cell(bounds.bottom()));
        }

        boolean isSame(Span other) {
            return left == other.left && right == other.right && top == other.top && bottom == other.bottom;
        }

        void forEach(Consumer<Cell> action) {
            for (int column = left; column <= right; column++) {
                for (int row = top; row <= bottom; row++) {
                    action.accept(new Cell(column, row));
                }
            }
        }
    }

    private final Map<Cell, List<T>> cells = new HashMap<>();
    private final Map<T, Bounds> entries = new HashMap<>();
    private final Set<T> huge = new LinkedHashSet<>();

    /// Adds the entry, or moves it to other bounds.
    public void put(T entry, Bounds bounds) {
        Bounds before = entries.put(entry, bounds);
        if (before != null) {
            if (!isHuge(before) && !isHuge(bounds) && Span.of(before).isSame(Span.of(bounds))) {
                return;
            }
            leave(entry, before);
        }
        if (isHuge(bounds)) {
            huge.add(entry);
        } else {
            Span.of(bounds)
                    .forEach(cell -> cells.computeIfAbsent(cell, unused -> new ArrayList<>(4))
                            .add(entry));
        }
    }

    public void remove(T entry) {
        Bounds bounds = entries.remove(entry);
        if (bounds != null) {
            leave(entry, bounds);
        }
    }

    private void leave(T entry, Bounds bounds) {
        if (huge.remove(entry)) {
            return;
        }
        Span.of(bounds).forEach(cell -> {
            List<T> held = cells.get(cell);
            if (held != null && held.remove(entry) && held.isEmpty()) {
                cells.remove(cell);
            }
        });
    }

    /// Every entry whose bounds touch the area, each once.
    public Set<T> query(Bounds area) {
        Set<T> found = new LinkedHashSet<>();
        if (isHuge(area)) {
            entries.keySet().forEach(entry -> addIfTouching(entry, area, found));
            return found;
        }
        huge.forEach(entry -> addIfTouching(entry, area, found));
        Span.of(area).forEach(cell -> {
            for (T entry : cells.getOrDefault(cell, List.of())) {
                addIfTouching(entry, area, found);
            }
        });
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

    private static int cell(double coordinate) {
        return (int) Math.floor(coordinate / CELL);
    }
}
