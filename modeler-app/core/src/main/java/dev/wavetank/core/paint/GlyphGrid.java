package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Which glyphs touch a part of the plane: a grid of square cells over everything painted, each with the slots
/// of the glyphs that reach into it. Immutable; `with` makes the next one after an edit and shares with it every
/// cell that the edit left alone. What lies outside of the grid counts to the cells at its border.
final class GlyphGrid {
    private static final double CELL = 400;
    /// Glyphs far off from all others would make the grid huge; its cells grow until there are no more than
    /// these.
    private static final int MOST_CELLS = 1 << 16;
    /// So many glyphs may come to lie outside before the grid is better made anew.
    private static final int MOST_STRAYS = 100;

    private static final int[] NOTHING = {};

    private final Frame frame;
    private final int[][] cells;
    private final int strays;

    private GlyphGrid(Frame frame, int[][] cells, int strays) {
        this.frame = frame;
        this.cells = cells;
        this.strays = strays;
    }

    /// Where the grid lies; the area is the ink's of all glyphs at the time it was made.
    private record Frame(double left, double top, double cell, int columns, int rows) {
        int column(double x) {
            return Math.clamp((long) Math.floor((x - left) / cell), 0, columns - 1);
        }

        int row(double y) {
            return Math.clamp((long) Math.floor((y - top) / cell), 0, rows - 1);
        }

        Span span(Bounds area) {
            return new Span(column(area.x()), column(area.right()), row(area.y()), row(area.bottom()));
        }

        boolean isOutside(Bounds area) {
            return area.x() < left
                    || area.y() < top
                    || area.right() > left + columns * cell
                    || area.bottom() > top + rows * cell;
        }

        void visit(Bounds area, IntConsumer cells) {
            Span span = span(area);
            for (int row = span.fromRow; row <= span.toRow; row++) {
                for (int column = span.fromColumn; column <= span.toColumn; column++) {
                    cells.accept(row * columns + column);
                }
            }
        }
    }

    private record Span(int fromColumn, int toColumn, int fromRow, int toRow) {}

    /// A glyph that came, went or moved.
    ///
    /// @param before its ink, nothing if it is new
    /// @param after its ink, nothing if it is gone
    record Change(
            int slot, @Nullable Bounds before, @Nullable Bounds after) {}

    /// A grid over all glyphs; the place in the array is the slot, and a slot may be empty.
    static GlyphGrid over(@Nullable Glyph[] bySlot) {
        Frame frame = frame(bySlot);
        int[] sizes = new int[frame.columns * frame.rows];
        for (Glyph glyph : bySlot) {
            if (glyph != null) {
                frame.visit(glyph.ink(), cell -> sizes[cell]++);
            }
        }
        int[][] cells = new int[sizes.length][];
        Arrays.setAll(cells, i -> sizes[i] == 0 ? NOTHING : new int[sizes[i]]);
        for (int i = 0; i < bySlot.length; i++) {
            Glyph glyph = bySlot[i];
            if (glyph != null) {
                int slot = i;
                frame.visit(glyph.ink(), cell -> cells[cell][--sizes[cell]] = slot);
            }
        }
        return new GlyphGrid(frame, cells, 0);
    }

    private static Frame frame(@Nullable Glyph[] bySlot) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Glyph glyph : bySlot) {
            if (glyph != null) {
                Bounds ink = glyph.ink();
                left = Math.min(left, ink.x());
                top = Math.min(top, ink.y());
                right = Math.max(right, ink.right());
                bottom = Math.max(bottom, ink.bottom());
            }
        }
        if (left > right) {
            return new Frame(0, 0, CELL, 1, 1);
        }
        double side = CELL;
        while (((right - left) / side + 1) * ((bottom - top) / side + 1) > MOST_CELLS) {
            side *= 2;
        }
        return new Frame(left, top, side, (int) ((right - left) / side) + 1, (int) ((bottom - top) / side) + 1);
    }

    /// The grid after these changes; empty if it would serve badly and one over all glyphs is called for.
    Optional<GlyphGrid> with(List<Change> changes) {
        int[][] next = cells.clone();
        int outside = strays;
        for (Change change : changes) {
            Bounds before = change.before;
            Bounds after = change.after;
            if (after != null && frame.isOutside(after)) {
                outside++;
            }
            if (before != null && after != null && frame.span(before).equals(frame.span(after))) {
                continue;
            }
            if (before != null) {
                frame.visit(before, cell -> next[cell] = without(next[cell], change.slot));
            }
            if (after != null) {
                frame.visit(after, cell -> next[cell] = plus(next[cell], change.slot));
            }
        }
        return outside > MOST_STRAYS ? Optional.empty() : Optional.of(new GlyphGrid(frame, next, outside));
    }

    /// Tells the slots in all cells that the area touches; some lie near it only, and some are told more than
    /// once.
    void near(Bounds area, IntConsumer slots) {
        frame.visit(area, cell -> {
            for (int slot : cells[cell]) {
                slots.accept(slot);
            }
        });
    }

    private static int[] plus(int[] cell, int slot) {
        int[] more = Arrays.copyOf(cell, cell.length + 1);
        more[cell.length] = slot;
        return more;
    }

    private static int[] without(int[] cell, int slot) {
        int[] fewer = new int[cell.length - 1];
        int to = 0;
        for (int other : cell) {
            if (other != slot) {
                fewer[to++] = other;
            }
        }
        return fewer;
    }
}
