package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.Surface;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// Paints onto a JavaFX canvas. Colours, pens and fonts of JavaFX are objects with set-up cost, so each is made
/// once and set only when it differs from the last one: a frame of 5,000 elements sets a colour some ten thousand
/// times.
final class FxSurface implements Surface {
    private final GraphicsContext graphics;
    private final FxFonts fonts;
    private final Map<Integer, Color> colors = new HashMap<>();
    private final Path.Tracer tracer = new CanvasTracer();

    FxSurface(GraphicsContext graphics, FxFonts fonts) {
        this.graphics = graphics;
        this.fonts = fonts;
        graphics.setTextBaseline(VPos.BASELINE);
        graphics.setFillRule(FillRule.EVEN_ODD);
    }

    @Override
    public void save() {
        graphics.save();
    }

    @Override
    public void restore() {
        graphics.restore();
    }

    @Override
    public void translate(double dx, double dy) {
        graphics.translate(dx, dy);
    }

    @Override
    public void scale(double factor) {
        graphics.scale(factor, factor);
    }

    @Override
    public void rotate(double degrees) {
        graphics.rotate(degrees);
    }

    @Override
    public void opacity(double factor) {
        graphics.setGlobalAlpha(graphics.getGlobalAlpha() * factor);
    }

    @Override
    public void clip(Outline outline) {
        graphics.beginPath();
        switch (outline) {
            case Outline.Box(Bounds area, double _) -> graphics.rect(area.x(), area.y(), area.width(), area.height());
            case Outline.Oval(Bounds area) ->
                graphics.arc(
                        area.x() + area.width() / 2,
                        area.y() + area.height() / 2,
                        area.width() / 2,
                        area.height() / 2,
                        0,
                        360);
            case Path path -> path.trace(tracer);
        }
        graphics.clip();
    }

    @Override
    public void fill(Outline outline, int argb) {
        graphics.setFill(color(argb));
        switch (outline) {
            case Outline.Box(Bounds area, double radius) -> {
                if (radius == 0) {
                    graphics.fillRect(area.x(), area.y(), area.width(), area.height());
                } else {
                    graphics.fillRoundRect(area.x(), area.y(), area.width(), area.height(), 2 * radius, 2 * radius);
                }
            }
            case Outline.Oval(Bounds area) -> graphics.fillOval(area.x(), area.y(), area.width(), area.height());
            case Path path -> {
                graphics.beginPath();
                path.trace(tracer);
                graphics.fill();
            }
        }
    }

    @Override
    public void stroke(Outline outline, Pen pen, int argb) {
        graphics.setStroke(color(argb));
        use(pen);
        switch (outline) {
            case Outline.Box(Bounds area, double radius) -> {
                if (radius == 0) {
                    graphics.strokeRect(area.x(), area.y(), area.width(), area.height());
                } else {
                    graphics.strokeRoundRect(area.x(), area.y(), area.width(), area.height(), 2 * radius, 2 * radius);
                }
            }
            case Outline.Oval(Bounds area) -> graphics.strokeOval(area.x(), area.y(), area.width(), area.height());
            case Path path -> {
                graphics.beginPath();
                path.trace(tracer);
                graphics.stroke();
            }
        }
    }

    @Override
    public void text(String line, double x, double baseline, Font font, Align align, int argb) {
        graphics.setFill(color(argb));
        graphics.setFont(fonts.of(font));
        graphics.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        graphics.fillText(line, x, baseline);
    }

    /// The box of whole units around an area of the canvas, as far as it lies on it; empty if it does not. A
    /// canvas keeps its pixels at a whole multiple of its units, and clipping to whole pixels costs nothing.
    static Optional<Bounds> whole(Bounds area, Bounds canvas) {
        double left = Math.max(canvas.x(), Math.floor(area.x()));
        double top = Math.max(canvas.y(), Math.floor(area.y()));
        double right = Math.min(Math.ceil(canvas.right()), Math.ceil(area.right()));
        double bottom = Math.min(Math.ceil(canvas.bottom()), Math.ceil(area.bottom()));
        return right <= left || bottom <= top
                ? Optional.empty()
                : Optional.of(new Bounds(left, top, right - left, bottom - top));
    }

    private void use(Pen pen) {
        graphics.setLineWidth(pen.width());
        graphics.setLineCap(
                switch (pen.cap()) {
                    case BUTT -> StrokeLineCap.BUTT;
                    case ROUND -> StrokeLineCap.ROUND;
                    case SQUARE -> StrokeLineCap.SQUARE;
                });
        graphics.setLineJoin(
                switch (pen.join()) {
                    case MITER -> StrokeLineJoin.MITER;
                    case ROUND -> StrokeLineJoin.ROUND;
                    case BEVEL -> StrokeLineJoin.BEVEL;
                });
        // A dash of length zero is a dot elsewhere; JavaFX draws nothing for it.
        graphics.setLineDashes(pen.dash().stream()
                .mapToDouble(length -> Math.max(length, 0.01))
                .toArray());
    }

    private Color color(int argb) {
        return colors.computeIfAbsent(
                argb, value -> Color.rgb(value >> 16 & 255, value >> 8 & 255, value & 255, (value >>> 24) / 255.0));
    }

    private final class CanvasTracer implements Path.Tracer {
        @Override
        public void move(double x, double y) {
            graphics.moveTo(x, y);
        }

        @Override
        public void line(double x, double y) {
            graphics.lineTo(x, y);
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double x, double y) {
            graphics.bezierCurveTo(x1, y1, x2, y2, x, y);
        }

        @Override
        public void close() {
            graphics.closePath();
        }
    }
}
