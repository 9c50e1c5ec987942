package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which glyphs touch a part of the plane: square cells of 400 units, each with the positions of the glyphs
/// that reach into it. Glyphs that reach into very many cells (pools, long flows) are kept apart and always
/// asked.
final class GlyphGrid {
    private static final double CELL = 400;
    private static final int MOST_CELLS = 64;

    private final Map<Long, int[]> cells = new HashMap<>();
    private final List<Glyph> glyphs;
    private final BitSet large = new BitSet();

    GlyphGrid(List<Glyph> glyphs) {
        this.glyphs = glyphs;
        for (int i = 0; i < glyphs.size(); i++) {
            add(i, glyphs.get(i).ink());
        }
    }

    /// Positions in the list of all glyphs whose ink touches the area, in drawing order.
    BitSet in(Bounds area) {
        var found = new BitSet(glyphs.size());
        if (cellCount(area) > cells.size()) {
            found.set(0, glyphs.size());
        } else {
            found.or(large);
            for (long x = cell(area.x()); x <= cell(area.right()); x++) {
                for (long y = cell(area.y()); y <= cell(area.bottom()); y++) {
                    for (int position : cells.getOrDefault(key(x, y), new int[0])) {
                        found.set(position);
                    }
                }
            }
        }
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (!glyphs.get(i).ink().intersects(area)) {
                found.clear(i);
            }
        }
        return found;
    }

    private void add(int position, Bounds ink) {
        if (cellCount(ink) > MOST_CELLS) {
            large.set(position);
            return;
        }
        for (long x = cell(ink.x()); x <= cell(ink.right()); x++) {
            for (long y = cell(ink.y()); y <= cell(ink.bottom()); y++) {
                cells.merge(key(x, y), new int[] {position}, GlyphGrid::joined);
            }
        }
    }

    private static double cellCount(Bounds area) {
        return (area.width() / CELL + 2) * (area.height() / CELL + 2);
    }

    private static long cell(double coordinate) {
        return (long) Math.floor(coordinate / CELL);
    }

    private static long key(long x, long y) {
        return x << 32 ^ y & 0xFFFFFFFFL;
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
