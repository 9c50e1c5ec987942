package dev.wavetank.core.paint.export;

import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.Surface;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Paints one page of a PDF: shapes as vectors, names as text that can be selected and searched. A PDF's y axis
/// points up; the page is turned over once and each line of text turned back.
final class PdfSurface implements Surface {
    private static final float ROUND = 0.5522847f;

    private final PdfContentByte page;
    private final PdfFaces faces;
    private final Map<Float, PdfGState> opacities = new HashMap<>();
    private final Deque<Float> saved = new ArrayDeque<>();
    private float alpha = 1;
    private float inForce = 1;

    PdfSurface(PdfContentByte page, double height, PdfFaces faces) {
        this.page = page;
        this.faces = faces;
        page.concatCTM(1, 0, 0, -1, 0, (float) height);
    }

    @Override
    public void save() {
        page.saveState();
        saved.push(alpha);
        saved.push(inForce);
    }

    @Override
    public void restore() {
        page.restoreState();
        inForce = saved.pop();
        alpha = saved.pop();
    }

    @Override
    public void translate(double dx, double dy) {
        page.concatCTM(1, 0, 0, 1, (float) dx, (float) dy);
    }

    @Override
    public void scale(double factor) {
        page.concatCTM((float) factor, 0, 0, (float) factor, 0, 0);
    }

    @Override
    public void rotate(double degrees) {
        var cos = (float) Math.cos(Math.toRadians(degrees));
        var sin = (float) Math.sin(Math.toRadians(degrees));
        page.concatCTM(cos, sin, -sin, cos, 0, 0);
    }

    @Override
    public void opacity(double factor) {
        alpha *= (float) factor;
    }

    @Override
    public void clip(Outline outline) {
        trace(outline);
        page.eoClip();
        page.newPath();
    }

    @Override
    public void fill(Outline outline, int argb) {
        ink(argb);
        page.setRGBColorFill(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
        trace(outline);
        page.eoFill();
    }

    @Override
    public void stroke(Outline outline, Pen pen, int argb) {
        ink(argb);
        page.setRGBColorStroke(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
        page.setLineWidth((float) pen.width());
        page.setLineCap(
                switch (pen.cap()) {
                    case BUTT -> PdfContentByte.LINE_CAP_BUTT;
                    case ROUND -> PdfContentByte.LINE_CAP_ROUND;
                    case SQUARE -> PdfContentByte.LINE_CAP_PROJECTING_SQUARE;
                });
        page.setLineJoin(
                switch (pen.join()) {
                    case MITER -> PdfContentByte.LINE_JOIN_MITER;
                    case ROUND -> PdfContentByte.LINE_JOIN_ROUND;
                    case BEVEL -> PdfContentByte.LINE_JOIN_BEVEL;
                });
        page.setLineDash(dash(pen), 0);
        trace(outline);
        page.stroke();
    }

    private static float[] dash(Pen pen) {
        var dash = new float[pen.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = Math.max(0.001f, pen.dash().get(i).floatValue());
        }
        return dash;
    }

    @Override
    public void text(String line, double x, double baseline, Font font, Align align, int argb) {
        List<PdfFaces.Run> runs = faces.runs(line, font);
        double at = x;
        if (align != Align.LEFT) {
            double width = runs.stream().mapToDouble(run -> run.width(font)).sum();
            at -= align == Align.CENTER ? width / 2 : width;
        }
        for (PdfFaces.Run run : runs) {
            text(run, at, baseline, font, argb);
            at += run.width(font);
        }
    }

    private void text(PdfFaces.Run run, double x, double baseline, Font font, int argb) {
        if (run.face().isEmpty()) {
            fill(Outlines.path(run.text(), x, baseline, font), argb);
            return;
        }
        ink(argb);
        page.setRGBColorFill(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
        page.beginText();
        page.setFontAndSize(run.face().get(), (float) font.size());
        page.setTextMatrix(1, 0, 0, -1, (float) x, (float) baseline);
        page.showText(run.text());
        page.endText();
    }

    /// Brings the opacity of what follows into force, if it is another one.
    private void ink(int argb) {
        float wanted = alpha * Argb.alpha(argb) / 255;
        if (wanted != inForce) {
            page.setGState(opacities.computeIfAbsent(wanted, value -> {
                var state = new PdfGState();
                state.setFillOpacity(value);
                state.setStrokeOpacity(value);
                return state;
            }));
            inForce = wanted;
        }
    }

    private void trace(Outline outline) {
        switch (outline) {
            case Outline.Box(Bounds b, double radius) when radius > 0 -> rounded(b, (float) radius);
            case Outline.Box(Bounds b, double _) ->
                page.rectangle((float) b.x(), (float) b.y(), (float) b.width(), (float) b.height());
            case Outline.Oval(Bounds b) ->
                trace(Path.builder()
                        .oval(b.center().x(), b.center().y(), b.width() / 2, b.height() / 2)
                        .build());
            case Path path -> path.trace(new PageTracer());
        }
    }

    private void rounded(Bounds b, float radius) {
        var left = (float) b.x();
        var top = (float) b.y();
        var right = (float) b.right();
        var bottom = (float) b.bottom();
        float pull = radius * (1 - ROUND);
        page.moveTo(left + radius, top);
        page.lineTo(right - radius, top);
        page.curveTo(right - pull, top, right, top + pull, right, top + radius);
        page.lineTo(right, bottom - radius);
        page.curveTo(right, bottom - pull, right - pull, bottom, right - radius, bottom);
        page.lineTo(left + radius, bottom);
        page.curveTo(left + pull, bottom, left, bottom - pull, left, bottom - radius);
        page.lineTo(left, top + radius);
        page.curveTo(left, top + pull, left + pull, top, left + radius, top);
        page.closePath();
    }

    private final class PageTracer implements Path.Tracer {
        @Override
        public void move(double x, double y) {
            page.moveTo((float) x, (float) y);
        }

        @Override
        public void line(double x, double y) {
            page.lineTo((float) x, (float) y);
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double x, double y) {
            page.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
        }

        @Override
        public void close() {
            page.closePath();
        }
    }
}
