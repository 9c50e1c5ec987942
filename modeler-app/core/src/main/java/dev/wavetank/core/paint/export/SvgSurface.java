package dev.wavetank.core.paint.export;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.Surface;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/// Writes what is painted as a standalone SVG document: the same picture gives the same text, elements are
/// groups with `data-element-id`, and names are text, a `tspan` for each line.
public final class SvgSurface implements Surface {
    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<TextLine> pending = new ArrayList<>();
    private int clips;
    private int inGroups;

    private record TextLine(String line, double x, double baseline, Font font, Align align, int argb) {
        boolean continues(TextLine before) {
            return font.equals(before.font) && align == before.align && argb == before.argb && x == before.x;
        }
    }

    /// @param view what the picture shows, in DI units
    /// @param scale pixels per unit of the natural size that the document asks for
    /// @param background a colour, or {@link Argb#TRANSPARENT} for none
    public SvgSurface(Bounds view, double scale, int background) {
        out.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" fill-rule=\"evenodd\" width=\"")
                .append(number(view.width() * scale))
                .append("\" height=\"")
                .append(number(view.height() * scale))
                .append("\" viewBox=\"")
                .append(numbers(view.x(), view.y(), view.width(), view.height()))
                .append("\">\n");
        if (Argb.alpha(background) > 0) {
            fill(Outline.box(view), background);
        }
    }

    /// The finished document. Nothing may be painted afterwards.
    public String toSvg() {
        flush();
        if (!open.isEmpty() || inGroups != 0) {
            throw new IllegalStateException("a save or an element was not closed");
        }
        return out + "</svg>\n";
    }

    @Override
    public void save() {
        flush();
        open.push(0);
    }

    @Override
    public void restore() {
        flush();
        for (int i = open.pop(); i > 0; i--) {
            out.append("</g>\n");
        }
    }

    @Override
    public void translate(double dx, double dy) {
        group("transform=\"translate(" + numbers(dx, dy) + ")\"");
    }

    @Override
    public void scale(double factor) {
        group("transform=\"scale(" + number(factor) + ")\"");
    }

    @Override
    public void rotate(double degrees) {
        group("transform=\"rotate(" + number(degrees) + ")\"");
    }

    @Override
    public void opacity(double factor) {
        group("opacity=\"" + number(factor) + "\"");
    }

    @Override
    public void clip(Outline outline) {
        flush();
        String id = "clip" + ++clips;
        out.append("<clipPath id=\"")
                .append(id)
                .append("\">")
                .append(shape(outline))
                .append("/></clipPath>\n");
        group("clip-path=\"url(#" + id + ")\"");
    }

    @Override
    public void fill(Outline outline, int argb) {
        flush();
        out.append(shape(outline)).append(paint("fill", argb)).append("/>\n");
    }

    @Override
    public void stroke(Outline outline, Pen pen, int argb) {
        flush();
        out.append(shape(outline))
                .append(" fill=\"none\"")
                .append(paint("stroke", argb))
                .append(" stroke-width=\"")
                .append(number(pen.width()))
                .append('"');
        if (pen.cap() != Pen.Cap.BUTT) {
            out.append(pen.cap() == Pen.Cap.ROUND ? " stroke-linecap=\"round\"" : " stroke-linecap=\"square\"");
        }
        if (pen.join() != Pen.Join.MITER) {
            out.append(pen.join() == Pen.Join.ROUND ? " stroke-linejoin=\"round\"" : " stroke-linejoin=\"bevel\"");
        }
        if (!pen.dash().isEmpty()) {
            String dash = pen.dash().stream().map(SvgSurface::number).collect(Collectors.joining(" "));
            out.append(" stroke-dasharray=\"").append(dash).append('"');
        }
        out.append("/>\n");
    }

    @Override
    public void text(String line, double x, double baseline, Font font, Align align, int argb) {
        var next = new TextLine(line, x, baseline, font, align, argb);
        if (!pending.isEmpty() && !next.continues(pending.getLast())) {
            flush();
        }
        pending.add(next);
    }

    @Override
    public void beginElement(String elementId) {
        flush();
        out.append("<g data-element-id=\"").append(SvgText.escape(elementId)).append("\">\n");
        inGroups++;
    }

    @Override
    public void endElement() {
        flush();
        out.append("</g>\n");
        inGroups--;
    }

    private void group(String attribute) {
        flush();
        if (open.isEmpty()) {
            throw new IllegalStateException("a transform needs a save before it");
        }
        open.push(open.pop() + 1);
        out.append("<g ").append(attribute).append(">\n");
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        TextLine first = pending.getFirst();
        out.append("<text font-family=\"")
                .append(SvgText.escape(Font.FAMILY))
                .append("\" font-size=\"")
                .append(number(first.font.size()))
                .append('"')
                .append(first.font.bold() ? " font-weight=\"bold\"" : "")
                .append(first.font.italic() ? " font-style=\"italic\"" : "")
                .append(
                        switch (first.align) {
                            case LEFT -> "";
                            case CENTER -> " text-anchor=\"middle\"";
                            case RIGHT -> " text-anchor=\"end\"";
                        })
                .append(paint("fill", first.argb))
                .append('>');
        for (TextLine line : pending) {
            out.append("<tspan x=\"")
                    .append(number(line.x))
                    .append("\" y=\"")
                    .append(number(line.baseline))
                    .append("\">")
                    .append(SvgText.escape(line.line))
                    .append("</tspan>");
        }
        out.append("</text>\n");
        pending.clear();
    }

    private static String shape(Outline outline) {
        return switch (outline) {
            case Outline.Box(Bounds b, double radius) ->
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s"
                        .formatted(
                                number(b.x()),
                                number(b.y()),
                                number(b.width()),
                                number(b.height()),
                                radius > 0 ? " rx=\"" + number(radius) + "\"" : "");
            case Outline.Oval(Bounds b) ->
                "<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\""
                        .formatted(
                                number(b.center().x()),
                                number(b.center().y()),
                                number(b.width() / 2),
                                number(b.height() / 2));
            case Path path -> "<path d=\"" + SvgText.pathData(path) + "\"";
        };
    }

    private static String paint(String attribute, int argb) {
        String colour = " " + attribute + "=\"" + Argb.hex(argb) + "\"";
        return Argb.alpha(argb) == 255
                ? colour
                : colour + " " + attribute + "-opacity=\"" + number(Argb.alpha(argb) / 255.0) + "\"";
    }

    private static String number(double value) {
        return SvgText.number(value);
    }

    private static String numbers(double... values) {
        return SvgText.numbers(values);
    }
}
