package dev.wavetank.core.paint.export;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.Surface;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Paints on an image in memory. `close` frees the graphics; the image stays.
public final class ImageSurface implements Surface, AutoCloseable {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Typefaces typefaces = new Typefaces();
    private final Map<Pen, BasicStroke> strokes = new HashMap<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private float alpha = 1;

    private record State(
            AffineTransform transform,
            @org.jspecify.annotations.Nullable Shape clip,
            float alpha) {}

    /// An image of what `view` shows, `scale` pixels to a unit, on a background.
    public ImageSurface(Bounds view, double scale, int background) {
        int width = Math.max(1, (int) Math.ceil(view.width() * scale));
        int height = Math.max(1, (int) Math.ceil(view.height() * scale));
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (Argb.alpha(background) > 0) {
            graphics.setColor(new Color(background, true));
            graphics.fillRect(0, 0, width, height);
        }
        graphics.scale(scale, scale);
        graphics.translate(-view.x(), -view.y());
    }

    public BufferedImage image() {
        return image;
    }

    @Override
    public void close() {
        graphics.dispose();
    }

    @Override
    public void save() {
        saved.push(new State(graphics.getTransform(), graphics.getClip(), alpha));
    }

    @Override
    public void restore() {
        State state = saved.pop();
        graphics.setTransform(state.transform());
        graphics.setClip(state.clip());
        setAlpha(state.alpha());
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
        graphics.rotate(Math.toRadians(degrees));
    }

    @Override
    public void opacity(double factor) {
        setAlpha((float) (alpha * factor));
    }

    @Override
    public void clip(Outline outline) {
        graphics.clip(shape(outline));
    }

    @Override
    public void fill(Outline outline, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.fill(shape(outline));
    }

    @Override
    public void stroke(Outline outline, Pen pen, int argb) {
        graphics.setColor(new Color(argb, true));
        graphics.setStroke(strokes.computeIfAbsent(pen, ImageSurface::stroke));
        graphics.draw(shape(outline));
    }

    @Override
    public void text(String line, double x, double baseline, Font font, Align align, int argb) {
        graphics.setColor(new Color(argb, true));
        double left = x;
        if (align != Align.LEFT) {
            double width = run(line, 0, 0, font, false);
            left -= align == Align.CENTER ? width / 2 : width;
        }
        run(line, left, baseline, font, true);
    }

    /// Draws or only measures a line, changing the face where the first one lacks a character. Returns its
    /// width.
    private double run(String line, double x, double baseline, Font font, boolean draw) {
        java.awt.Font first = typefaces.sans(font);
        java.awt.Font second = typefaces.fallback(font);
        double at = x;
        for (int from = 0; from < line.length(); ) {
            boolean lacks = !first.canDisplay(line.codePointAt(from));
            int to = from;
            while (to < line.length() && first.canDisplay(line.codePointAt(to)) != lacks) {
                to += Character.charCount(line.codePointAt(to));
            }
            String part = line.substring(from, to);
            java.awt.Font face = lacks ? second : first;
            if (draw) {
                graphics.setFont(face);
                graphics.drawString(part, (float) at, (float) baseline);
            }
            at += face.getStringBounds(part, graphics.getFontRenderContext()).getWidth();
            from = to;
        }
        return at - x;
    }

    private void setAlpha(float value) {
        alpha = value;
        graphics.setComposite(AlphaComposite.SrcOver.derive(value));
    }

    private static Shape shape(Outline outline) {
        return switch (outline) {
            case Outline.Box(Bounds b, double radius) ->
                radius > 0
                        ? new RoundRectangle2D.Double(b.x(), b.y(), b.width(), b.height(), radius * 2, radius * 2)
                        : new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height());
            case Outline.Oval(Bounds b) -> new Ellipse2D.Double(b.x(), b.y(), b.width(), b.height());
            case Path path -> path2d(path);
        };
    }

    private static Path2D path2d(Path path) {
        var shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.trace(new Path.Tracer() {
            @Override
            public void move(double x, double y) {
                shape.moveTo(x, y);
            }

            @Override
            public void line(double x, double y) {
                shape.lineTo(x, y);
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                shape.curveTo(x1, y1, x2, y2, x, y);
            }

            @Override
            public void close() {
                shape.closePath();
            }
        });
        return shape;
    }

    private static BasicStroke stroke(Pen pen) {
        int cap = switch (pen.cap()) {
            case BUTT -> BasicStroke.CAP_BUTT;
            case ROUND -> BasicStroke.CAP_ROUND;
            case SQUARE -> BasicStroke.CAP_SQUARE;
        };
        int join = switch (pen.join()) {
            case MITER -> BasicStroke.JOIN_MITER;
            case ROUND -> BasicStroke.JOIN_ROUND;
            case BEVEL -> BasicStroke.JOIN_BEVEL;
        };
        if (pen.dash().isEmpty()) {
            return new BasicStroke((float) pen.width(), cap, join, 10);
        }
        var dash = new float[pen.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = Math.max(0.001f, pen.dash().get(i).floatValue());
        }
        return new BasicStroke((float) pen.width(), cap, join, 10, dash, 0);
    }
}
