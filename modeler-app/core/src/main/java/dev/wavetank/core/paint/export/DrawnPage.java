package dev.wavetank.core.paint.export;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.DiagramPainter;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Scene;
import dev.wavetank.core.paint.Surface;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.Viewport;

/// One page: which part of which drawing stands where on it.
///
/// @param width points of the page
/// @param height points of the page
/// @param part what of the drawing it shows, in DI units
/// @param left points from the left border to where the part begins
/// @param top points from the upper border
/// @param scale points per DI unit
public record DrawnPage(
        Scene scene, Theme theme, double width, double height, Bounds part, double left, double top, double scale) {

    /// Paints the page, in points, onto a surface whose origin is the page's upper left corner.
    public void paint(Surface surface) {
        surface.save();
        if (Argb.alpha(theme.canvas()) > 0) {
            surface.fill(Outline.box(new Bounds(0, 0, width, height)), theme.canvas());
        }
        surface.translate(left, top);
        surface.scale(scale);
        surface.translate(-part.x(), -part.y());
        surface.clip(Outline.box(part));
        DiagramPainter.paint(surface, scene, new Viewport(part.inflate(DiagramPainter.SLACK), Math.max(1, scale)));
        surface.restore();
    }
}
