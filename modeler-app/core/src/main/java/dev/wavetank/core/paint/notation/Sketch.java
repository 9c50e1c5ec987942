package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Ink;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.text.TextBlock;
import java.util.ArrayList;
import java.util.List;

/// Collects the ink of one glyph. What goes in as `detail` is left out of the coarse list, which is painted
/// when the picture is small.
public final class Sketch {
    private final List<Ink> full = new ArrayList<>();
    private final List<Ink> coarse = new ArrayList<>();
    private final List<Ink> bars = new ArrayList<>();

    public void fill(Outline outline, int argb) {
        if (Argb.alpha(argb) > 0) {
            full.add(new Ink.Fill(outline, argb));
            coarse.add(new Ink.Fill(plain(outline), argb));
        }
    }

    public void stroke(Outline outline, Pen pen, int argb) {
        if (Argb.alpha(argb) > 0) {
            full.add(new Ink.Stroke(outline, pen, argb));
            coarse.add(new Ink.Stroke(plain(outline), pen, argb));
        }
    }

    public void detailFill(Outline outline, int argb) {
        full.add(new Ink.Fill(outline, argb));
    }

    public void detailStroke(Outline outline, Pen pen, int argb) {
        full.add(new Ink.Stroke(outline, pen, argb));
    }

    public void text(TextBlock block, int argb) {
        for (TextBlock.Line line : block.lines()) {
            if (!line.text().isEmpty()) {
                text(new Ink.Text(
                        line.text(),
                        line.x(),
                        line.baseline(),
                        line.width(),
                        block.font(),
                        block.align(),
                        argb,
                        false));
            }
        }
    }

    public void text(Ink.Text text) {
        full.add(text);
        bars.add(text.bar());
    }

    /// An icon stretched over `box`, as detail. `solid` inks its areas.
    public void icon(Icon icon, Bounds box, Pen pen, boolean solid, int ink, int paper) {
        double scale = box.width() / icon.size();
        for (Icon.Part part : icon.parts()) {
            Outline outline = part.path().transform(scale, scale, box.x(), box.y());
            switch (part.role()) {
                case AREA -> {
                    detailFill(outline, solid ? ink : paper);
                    detailStroke(outline, pen, ink);
                }
                case LINE -> detailStroke(outline, pen, solid ? paper : ink);
                case PAPER -> {
                    detailFill(outline, paper);
                    detailStroke(outline, pen, ink);
                }
                case INK -> detailFill(outline, ink);
                case PEN -> detailStroke(outline, pen, ink);
            }
        }
    }

    public void text(TextBlock block, int argb, double turnX, double turnY) {
        for (TextBlock.Line line : block.lines()) {
            text(new Ink.Text(
                    line.text(),
                    turnX + line.baseline(),
                    turnY - line.x(),
                    line.width(),
                    block.font(),
                    Align.CENTER,
                    argb,
                    true));
        }
    }

    public List<Ink> full() {
        return List.copyOf(full);
    }

    /// What is painted at small scales; the bars that stand for names come last.
    public List<Ink> coarse() {
        List<Ink> all = new ArrayList<>(coarse);
        all.addAll(bars);
        return List.copyOf(all);
    }

    /// Rounded corners cannot be seen in a small picture, and cost.
    private static Outline plain(Outline outline) {
        return outline instanceof Outline.Box box ? Outline.box(box.bounds()) : outline;
    }
}
