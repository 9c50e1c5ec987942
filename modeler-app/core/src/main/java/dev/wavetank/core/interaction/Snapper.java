package dev.wavetank.core.interaction;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Aligns what is dragged with the middles and borders of other shapes, or else with the grid, each axis by
/// itself.
final class Snapper {
    private static final double TOLERANCE = 7;
    private static final double GRID = 10;

    /// A place and the lines that explain it.
    record Snapped(double dx, double dy, List<SnapGuide> guides) {
        static final Snapped NOT = new Snapped(0, 0, List.of());

        Point of(Point wished) {
            return wished.translate(dx, dy);
        }
    }

    private final Lines across = new Lines();
    private final Lines down = new Lines();
    private final boolean grid;

    /// Where something can be aligned on one axis: middles with middles, borders with borders.
    private static final class Lines {
        final TreeSet<Double> middles = new TreeSet<>();
        final TreeSet<Double> borders = new TreeSet<>();
    }

    /// @param docks places where connections end or bend, which are as good as middles
    /// @param grid whether what is near to nothing goes to the grid
    Snapper(List<Bounds> others, List<Point> docks, boolean grid) {
        this.grid = grid;
        for (Point dock : docks) {
            across.middles.add(dock.x());
            down.middles.add(dock.y());
        }
        for (Bounds other : others) {
            across.middles.add(other.center().x());
            across.borders.addAll(List.of(other.x(), other.right()));
            down.middles.add(other.center().y());
            down.borders.addAll(List.of(other.y(), other.bottom()));
        }
    }

    /// The distance to move `shape` by, near to the one wished for.
    Snapped move(Bounds shape, double dx, double dy) {
        Bounds wished = shape.translate(dx, dy);
        List<SnapGuide> guides = new ArrayList<>();
        double x = nearest(across.middles, List.of(wished.center().x()), true, guides)
                .or(() -> nearest(across.borders, List.of(wished.x(), wished.right()), true, guides))
                .orElseGet(() -> toGrid(wished.center().x()));
        double y = nearest(down.middles, List.of(wished.center().y()), false, guides)
                .or(() -> nearest(down.borders, List.of(wished.y(), wished.bottom()), false, guides))
                .orElseGet(() -> toGrid(wished.center().y()));
        return new Snapped(dx + x, dy + y, guides);
    }

    /// The move that puts a point somewhere near.
    Snapped place(Point wished) {
        return move(new Bounds(wished.x(), wished.y(), 0, 0), 0, 0);
    }

    private static Optional<Double> nearest(
            TreeSet<Double> lines, List<Double> places, boolean vertical, List<SnapGuide> guides) {
        for (double place : places) {
            Double below = lines.floor(place);
            Double above = lines.ceiling(place);
            Double nearest = below == null
                    ? above
                    : above == null ? below : (Double) (place - below <= above - place ? below : above);
            if (nearest != null && Math.abs(nearest - place) <= TOLERANCE) {
                guides.add(new SnapGuide(vertical, nearest));
                return Optional.of(nearest - place);
            }
        }
        return Optional.empty();
    }

    private double toGrid(double value) {
        return grid ? Math.round(value / GRID) * GRID - value : Math.round(value) - value;
    }
}
