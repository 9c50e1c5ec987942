package dev.wavetank.app.canvas;

import dev.wavetank.core.paint.export.DrawnPage;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// One page of an export as a node: for the preview, and for the printer.
public final class PagePicture {
    private PagePicture() {}

    /// @param scale pixels to a point of the page
    public static Canvas of(DrawnPage page, double scale) {
        var canvas = new Canvas(Math.ceil(page.width() * scale), Math.ceil(page.height() * scale));
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        var surface = new FxSurface(graphics, new FxFonts());
        surface.save();
        surface.scale(scale);
        page.paint(surface);
        surface.restore();
        return canvas;
    }
}
