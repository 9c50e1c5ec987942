package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.text.TextLayout;

/// Tasks, call activities and sub-processes: a rounded box with its kind's icon, its name and its markers.
final class ActivityNotation {
    private static final double RADIUS = 10;
    private static final double MARKER = 14;
    private static final double PADDING = 5;
    private static final Pen ICON_PEN = new Pen(1, Pen.Cap.BUTT, Pen.Join.ROUND, java.util.List.of());
    private static final Pen MARKER_PEN = Pen.solid(1.2);

    private ActivityNotation() {}

    static void draw(Sketch sketch, Bounds bounds, ActivityForm form, String name, Look look, TextLayout texts) {
        Outline.Box box = Outline.box(bounds, RADIUS);
        sketch.fill(box, look.fill());
        switch (form.border()) {
            case PLAIN -> sketch.stroke(box, Pen.solid(2), look.stroke());
            case THICK -> sketch.stroke(box, Pen.solid(4.5), look.stroke());
            case DOUBLE -> {
                sketch.stroke(box, Pen.solid(1.5), look.stroke());
                sketch.detailStroke(Outline.box(bounds.inflate(-3), RADIUS - 2), Pen.solid(1.5), look.stroke());
            }
            case DOTTED -> sketch.stroke(box, Pen.dotted(2.2, 5.5), look.stroke());
        }
        form.icon().ifPresent(icon -> {
            double side = iconSide(bounds);
            sketch.icon(
                    Icon.named(icon),
                    new Bounds(bounds.x() + side / 4, bounds.y() + side / 4, side, side),
                    ICON_PEN,
                    false,
                    look.label(),
                    look.fill());
        });
        markers(sketch, bounds, form, look);
        name(sketch, bounds, form, name, look, texts);
    }

    private static double iconSide(Bounds bounds) {
        return isSmall(bounds) ? 15 : 20;
    }

    private static boolean isSmall(Bounds bounds) {
        return bounds.height() < 75 || bounds.width() < 90;
    }

    private static void markers(Sketch sketch, Bounds bounds, ActivityForm form, Look look) {
        int count = form.markers().size();
        double step = MARKER + 5;
        double x = bounds.center().x() - (count * step - 5) / 2;
        double y =
                bounds.bottom() - MARKER - (form.border() == ActivityForm.Border.THICK ? 6 : isSmall(bounds) ? 3 : 5);
        for (String marker : form.markers()) {
            sketch.icon(
                    Icon.named(marker), new Bounds(x, y, MARKER, MARKER), MARKER_PEN, false, look.label(), look.fill());
            x += step;
        }
    }

    private static void name(
            Sketch sketch, Bounds bounds, ActivityForm form, String name, Look look, TextLayout texts) {
        if (name.isBlank()) {
            return;
        }
        if (form.expanded()) {
            Bounds head = new Bounds(bounds.x() + PADDING, bounds.y() + 5, bounds.width() - 2 * PADDING, 45);
            sketch.text(texts.inside(name, head, Font.LABEL, Align.CENTER, true), look.label());
            return;
        }
        Bounds inner = bounds.inflate(-PADDING);
        var block = texts.inside(name, inner, Font.LABEL, Align.CENTER, false);
        double foot = form.markers().isEmpty() ? bounds.bottom() : bounds.bottom() - MARKER - (isSmall(bounds) ? 3 : 6);
        double head = form.icon().isEmpty() ? bounds.y() : bounds.y() + iconSide(bounds) * 5 / 4 + 1;
        boolean widest = block.bounds().width() > bounds.width() - 2.5 * iconSide(bounds);
        boolean hitsIcon = widest && block.bounds().y() < head;
        if (block.bounds().bottom() > foot || hitsIcon) {
            double top = hitsIcon ? Math.min(head, foot - block.bounds().height()) : bounds.y() + PADDING;
            top = Math.max(top, bounds.y() + PADDING);
            Bounds free = new Bounds(inner.x(), top, inner.width(), Math.max(12, foot - top - 1));
            block = texts.inside(name, free, Font.LABEL, Align.CENTER, false);
        }
        sketch.text(block, look.label());
    }
}
