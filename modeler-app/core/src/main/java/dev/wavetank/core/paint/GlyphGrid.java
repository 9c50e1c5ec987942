package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;
import java.util.BitSet;
import java.util.List;

/// Which glyphs touch a part of the plane: a grid of square cells over everything painted, each with the
/// positions of the glyphs that reach into it. All cells share one array, so that a grid over ten thousand
/// glyphs is made in about a millisecond, after each edit anew.
final class GlyphGrid {
    private static final double CELL = 400;
    /// Glyphs far off from all others would make the grid huge; its cells grow until there are no more than
    /// these.
    private static final int MOST_CELLS = 1 << 16;

    private final List<Glyph> glyphs;
    private final double left;
    private final double top;
    private final double cell;
    private final int columns;
    private final int rows;
    /// The positions of the glyphs in cell `i` stand from `starts[i]` to `starts[i + 1]`.
    private final int[] starts;

    private final int[] positions;

    GlyphGrid(List<Glyph> glyphs) {
        this.glyphs = glyphs;
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (Glyph glyph : glyphs) {
            Bounds ink = glyph.ink();
            minX = Math.min(minX, ink.x());
            minY = Math.min(minY, ink.y());
            maxX = Math.max(maxX, ink.right());
            maxY = Math.max(maxY, ink.bottom());
        }
        double width = glyphs.isEmpty() ? 0 : maxX - minX;
        double height = glyphs.isEmpty() ? 0 : maxY - minY;
        double side = CELL;
        while ((width / side + 1) * (height / side + 1) > MOST_CELLS) {
            side *= 2;
        }
        left = minX;
        top = minY;
        cell = side;
        columns = (int) (width / side) + 1;
        rows = (int) (height / side) + 1;
        starts = new int[columns * rows + 1];
        for (Glyph glyph : glyphs) {
            visit(glyph.ink(), at -> starts[at + 1]++);
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        positions = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int i = 0; i < glyphs.size(); i++) {
            int position = i;
            visit(glyphs.get(i).ink(), at -> positions[next[at]++] = position);
        }
    }

    /// Positions in the list of all glyphs whose ink touches the area, in drawing order.
    BitSet in(Bounds area) {
        var found = new BitSet(glyphs.size());
        visit(area, at -> {
            for (int i = starts[at]; i < starts[at + 1]; i++) {
                found.set(positions[i]);
            }
        });
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (!glyphs.get(i).ink().intersects(area)) {
                found.clear(i);
            }
        }
        return found;
    }

    private interface CellVisitor {
        void visit(int cell);
    }

    private void visit(Bounds area, CellVisitor visitor) {
        int fromColumn = Math.max(0, index(area.x() - left));
        int toColumn = Math.min(columns - 1, index(area.right() - left));
        int fromRow = Math.max(0, index(area.y() - top));
        int toRow = Math.min(rows - 1, index(area.bottom() - top));
        for (int row = fromRow; row <= toRow; row++) {
            for (int column = fromColumn; column <= toColumn; column++) {
                visitor.visit(row * columns + column);
            }
        }
    }

    private int index(double distance) {
        return (int) Math.floor(distance / cell);
    }
}
