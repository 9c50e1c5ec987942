package dev.wavetank.core.paint.export;

import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Path;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;

/// Letters as shapes, for characters that no font file at hand has.
final class Outlines {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final Typefaces TYPEFACES = new Typefaces();

    private Outlines() {}

    static double width(String text, Font font) {
        return glyphs(text, font).getLogicalBounds().getWidth();
    }

    static Path path(String text, double x, double baseline, Font font) {
        var path = Path.builder();
        var point = new double[6];
        PathIterator steps =
                glyphs(text, font).getOutline((float) x, (float) baseline).getPathIterator(null);
        for (; !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> path.move(point[0], point[1]);
                case PathIterator.SEG_LINETO -> path.line(point[0], point[1]);
                case PathIterator.SEG_QUADTO -> path.bend(point[0], point[1], point[2], point[3]);
                case PathIterator.SEG_CUBICTO -> path.curve(point[0], point[1], point[2], point[3], point[4], point[5]);
                default -> path.close();
            }
        }
        return path.build();
    }

    private static GlyphVector glyphs(String text, Font font) {
        return TYPEFACES.fallback(font).createGlyphVector(EXACT, text);
    }
}
