package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.text.TextLayout;

/// Pools and lanes in both directions: names stand in a strip of 30 at the left (read upwards) or at the top.
final class PoolNotation {
    static final double STRIP = 30;
    private static final Pen EDGE = Pen.solid(1.5);
    private static final double MARKER = 14;

    private PoolNotation() {}

    /// A pool; `open` if it shows a process, else its name fills the box. `multiple` adds the mark of several
    /// participants.
    static void pool(
            Sketch sketch,
            Bounds bounds,
            boolean horizontal,
            boolean open,
            boolean multiple,
            String name,
            Look look,
            TextLayout texts) {
        Outline.Box box = Outline.box(bounds);
        sketch.fill(box, Argb.fade(look.fill(), 0.95));
        sketch.stroke(box, EDGE, look.stroke());
        if (open) {
            sketch.stroke(
                    horizontal
                            ? Path.line(bounds.x() + STRIP, bounds.y(), bounds.x() + STRIP, bounds.bottom())
                            : Path.line(bounds.x(), bounds.y() + STRIP, bounds.right(), bounds.y() + STRIP),
                    EDGE,
                    look.stroke());
            strip(sketch, bounds, horizontal, name, look, texts);
        } else if (bounds.height() > 2.5 * bounds.width()) {
            upward(sketch, bounds, name, look, texts);
        } else if (!name.isBlank()) {
            sketch.text(texts.inside(name, bounds.inflate(-5), Font.LABEL, Align.CENTER, false), look.label());
        }
        if (multiple) {
            Bounds mark = new Bounds(bounds.center().x() - MARKER / 2, bounds.bottom() - MARKER - 5, MARKER, MARKER);
            sketch.icon(Icon.named("parallel-instances"), mark, EDGE, false, look.stroke(), look.fill());
        }
    }

    static void lane(Sketch sketch, Bounds bounds, boolean horizontal, String name, Look look, TextLayout texts) {
        Outline.Box box = Outline.box(bounds);
        if (look.colored()) {
            sketch.fill(box, look.fill());
        }
        sketch.stroke(box, EDGE, look.stroke());
        strip(sketch, bounds, horizontal, name, look, texts);
    }

    private static void strip(
            Sketch sketch, Bounds bounds, boolean horizontal, String name, Look look, TextLayout texts) {
        if (name.isBlank()) {
            return;
        }
        if (horizontal) {
            upward(sketch, new Bounds(bounds.x(), bounds.y(), STRIP, bounds.height()), name, look, texts);
        } else {
            Bounds head = new Bounds(bounds.x() + 5, bounds.y(), bounds.width() - 10, STRIP);
            sketch.text(texts.inside(name, head, Font.LABEL, Align.CENTER, false), look.label());
        }
    }

    private static void upward(Sketch sketch, Bounds strip, String name, Look look, TextLayout texts) {
        if (name.isBlank()) {
            return;
        }
        Bounds lying = new Bounds(5, 1, strip.height() - 10, strip.width() - 2);
        sketch.text(
                texts.inside(name, lying, Font.LABEL, Align.CENTER, false), look.label(), strip.x(), strip.bottom());
    }
}
