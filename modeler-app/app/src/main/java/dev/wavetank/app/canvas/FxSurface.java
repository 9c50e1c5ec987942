package dev.wavetank.app.canvas;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.Surface;
import java.util.ArrayDeque;
import java.util.Deque;
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
import org.jspecify.annotations.Nullable;

/// Paints onto a JavaFX canvas, in the ways that are cheap for its software renderer.
///
/// That one draws letters from a cache only where nothing scales them, and their outlines, one by one, elsewhere. So
/// scale and translation are worked out here and the canvas gets its own units, with a font of the right size.
/// It fills rectangles at once, but sends any other shape through its rasteriser line by line. So upright and level
/// lines are filled as rectangles, as are boxes so small that nobody sees whether their corners are round.
///
/// Colours, pens and fonts of JavaFX are objects with set-up cost, so each is made once and set only when it differs
/// from the last one: a frame of 5,000 elements sets a colour some ten thousand times.
final class FxSurface implements Surface {
    /// Corners rounded by fewer pixels than this look like square ones.
    private static final double ROUND_FROM = 2;

    private final GraphicsContext graphics;
    private final FxFonts fonts;
    private final Map<Integer, Color> colors = new HashMap<>();
    private final Path.Tracer tracer = new CanvasTracer();
    private final Deque<Place> saved = new ArrayDeque<>();
    private Place place = new Place(1, 0, 0);
    private @Nullable Pen pen;
    private double penScale;
    private @Nullable Align align;

    /// Where a point goes: canvas units per unit, then moved.
    private record Place(double scale, double dx, double dy) {}

    FxSurface(GraphicsContext graphics, FxFonts fonts) {
        this.graphics = graphics;
        this.fonts = fonts;
        graphics.setTextBaseline(VPos.BASELINE);
        graphics.setFillRule(FillRule.EVEN_ODD);
    }

    @Override
    public void save() {
        graphics.save();
        saved.push(place);
    }

    @Override
    public void restore() {
        graphics.restore();
        place = saved.pop();
        pen = null;
        align = null;
    }

    @Override
    public void translate(double dx, double dy) {
        place = new Place(place.scale, place.dx + dx * place.scale, place.dy + dy * place.scale);
    }

    @Override
    public void scale(double factor) {
        place = new Place(place.scale * factor, place.dx, place.dy);
    }

    @Override
    public void rotate(double degrees) {
        graphics.translate(place.dx, place.dy);
        graphics.rotate(degrees);
        place = new Place(place.scale, 0, 0);
    }

    @Override
    public void opacity(double factor) {
        graphics.setGlobalAlpha(graphics.getGlobalAlpha() * factor);
    }

    private double x(double x) {
        return x * place.scale + place.dx;
    }

    private double y(double y) {
        return y * place.scale + place.dy;
    }

    private double length(double length) {
        return length * place.scale;
    }

    @Override
    public void clip(Outline outline) {
        graphics.beginPath();
        switch (outline) {
            case Outline.Box(Bounds area, double _) ->
                graphics.rect(x(area.x()), y(area.y()), length(area.width()), length(area.height()));
            case Outline.Oval(Bounds area) ->
                graphics.arc(
                        x(area.x() + area.width() / 2),
                        y(area.y() + area.height() / 2),
                        length(area.width() / 2),
                        length(area.height() / 2),
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
                double arc = length(radius);
                if (arc < ROUND_FROM) {
                    rectangle(area);
                } else {
                    graphics.fillRoundRect(
                            x(area.x()), y(area.y()), length(area.width()), length(area.height()), 2 * arc, 2 * arc);
                }
            }
            case Outline.Oval(Bounds area) ->
                graphics.fillOval(x(area.x()), y(area.y()), length(area.width()), length(area.height()));
            case Path path -> {
                graphics.beginPath();
                path.trace(tracer);
                graphics.fill();
            }
        }
    }

    @Override
    public void stroke(Outline outline, Pen with, int argb) {
        if (isPlain(with) && strokePlain(outline, with.width(), argb)) {
            return;
        }
        graphics.setStroke(color(argb));
        use(with);
        switch (outline) {
            case Outline.Box(Bounds area, double radius) -> {
                double arc = length(radius);
                if (radius == 0) {
                    graphics.strokeRect(x(area.x()), y(area.y()), length(area.width()), length(area.height()));
                } else {
                    graphics.strokeRoundRect(
                            x(area.x()), y(area.y()), length(area.width()), length(area.height()), 2 * arc, 2 * arc);
                }
            }
            case Outline.Oval(Bounds area) ->
                graphics.strokeOval(x(area.x()), y(area.y()), length(area.width()), length(area.height()));
            case Path path -> {
                graphics.beginPath();
                path.trace(tracer);
                graphics.stroke();
            }
        }
    }

    private static boolean isPlain(Pen pen) {
        return pen.dash().isEmpty() && pen.cap() == Pen.Cap.BUTT;
    }

    /// Strokes with rectangles if the outline is of such parts.
    private boolean strokePlain(Outline outline, double width, int argb) {
        double half = width / 2;
        Bounds area = outline.bounds();
        switch (outline) {
            case Path path
            when path.isLevelOrUpright() -> {
                graphics.setFill(color(argb));
                rectangle(
                        area.height() == 0
                                ? new Bounds(area.x(), area.y() - half, area.width(), width)
                                : new Bounds(area.x() - half, area.y(), width, area.height()));
                return true;
            }
            case Outline.Box box
            when length(box.radius()) < ROUND_FROM && area.width() > width && area.height() > width -> {
                graphics.setFill(color(argb));
                double inner = area.height() - width;
                rectangle(new Bounds(area.x() - half, area.y() - half, area.width() + width, width));
                rectangle(new Bounds(area.x() - half, area.bottom() - half, area.width() + width, width));
                rectangle(new Bounds(area.x() - half, area.y() + half, width, inner));
                rectangle(new Bounds(area.right() - half, area.y() + half, width, inner));
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private void rectangle(Bounds area) {
        graphics.fillRect(x(area.x()), y(area.y()), length(area.width()), length(area.height()));
    }

    @Override
    public void text(String line, double x, double baseline, Font font, Align to, int argb) {
        graphics.setFill(color(argb));
        graphics.setFont(fonts.of(font, place.scale));
        if (to != align) {
            align = to;
            graphics.setTextAlign(
                    switch (to) {
                        case LEFT -> TextAlignment.LEFT;
                        case CENTER -> TextAlignment.CENTER;
                        case RIGHT -> TextAlignment.RIGHT;
                    });
        }
        graphics.fillText(line, x(x), y(baseline));
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

    private void use(Pen with) {
        if (with.equals(pen) && place.scale == penScale) {
            return;
        }
        pen = with;
        penScale = place.scale;
        graphics.setLineWidth(length(with.width()));
        graphics.setLineCap(
                switch (with.cap()) {
                    case BUTT -> StrokeLineCap.BUTT;
                    case ROUND -> StrokeLineCap.ROUND;
                    case SQUARE -> StrokeLineCap.SQUARE;
                });
        graphics.setLineJoin(
                switch (with.join()) {
                    case MITER -> StrokeLineJoin.MITER;
                    case ROUND -> StrokeLineJoin.ROUND;
                    case BEVEL -> StrokeLineJoin.BEVEL;
                });
        // A dash of length zero is a dot elsewhere; JavaFX draws nothing for it.
        graphics.setLineDashes(with.dash().stream()
                .mapToDouble(dash -> length(Math.max(dash, 0.01)))
                .toArray());
    }

    private Color color(int argb) {
        return colors.computeIfAbsent(
                argb, value -> Color.rgb(value >> 16 & 255, value >> 8 & 255, value & 255, (value >>> 24) / 255.0));
    }

    private final class CanvasTracer implements Path.Tracer {
        @Override
        public void move(double x, double y) {
            graphics.moveTo(x(x), y(y));
        }

        @Override
        public void line(double x, double y) {
            graphics.lineTo(x(x), y(y));
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double x, double y) {
            graphics.bezierCurveTo(x(x1), y(y1), x(x2), y(y2), x(x), y(y));
        }

        @Override
        public void close() {
            graphics.closePath();
        }
    }
}
