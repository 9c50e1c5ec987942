package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;

/// The grid behind a sheet: a faint line every 10 units and a stronger one every 50; the faint ones go where they
/// would run into each other.
public final class GridLines {
    private static final double STEP = 10;
    private static final int STRONG = 5;
    /// Nearer than this on the screen, in pixels, lines are left out.
    private static final double DENSE = 6;

    private GridLines() {}

    /// Paints the lines through a part of the plane.
    public static void paint(Surface surface, Bounds part, double scale, Theme theme) {
        int every = STEP * scale >= DENSE ? 1 : STRONG;
        if (STEP * STRONG * scale < DENSE) {
            return;
        }
        Pen pen = Pen.solid(1 / scale);
        for (long i = (long) Math.ceil(part.x() / STEP); i * STEP <= part.right(); i++) {
            if (i % every == 0) {
                surface.stroke(Path.line(i * STEP, part.y(), i * STEP, part.bottom()), pen, ink(i, theme));
            }
        }
        for (long i = (long) Math.ceil(part.y() / STEP); i * STEP <= part.bottom(); i++) {
            if (i % every == 0) {
                surface.stroke(Path.line(part.x(), i * STEP, part.right(), i * STEP), pen, ink(i, theme));
            }
        }
    }

    private static int ink(long line, Theme theme) {
        return Argb.fade(theme.grid(), line % STRONG == 0 ? 0.7 : 0.3);
    }
}
