package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import dev.wavetank.core.paint.text.TextLayout;
import java.util.List;

/// Choreography activities and conversation nodes.
final class ChoreographyNotation {
    private static final double RADIUS = 10;
    private static final double BAND = 22;

    private ChoreographyNotation() {}

    /// The box of a choreography activity; its participants' bands are drawn by their own shapes where the file
    /// has them.
    static void activity(Sketch sketch, Bounds bounds, ActivityForm form, String name, Look look, TextLayout texts) {
        Outline.Box box = Outline.box(bounds, RADIUS);
        sketch.fill(box, look.fill());
        sketch.stroke(box, Pen.solid(form.border() == ActivityForm.Border.THICK ? 5 : 2), look.stroke());
        double y = bounds.bottom() - BAND - 16;
        double x = bounds.center().x() - (form.markers().size() * 19 - 5) / 2.0;
        for (String marker : form.markers()) {
            sketch.icon(
                    Icon.named(marker), new Bounds(x, y, 14, 14), Pen.solid(1.2), false, look.stroke(), look.fill());
            x += 19;
        }
        if (!name.isBlank()) {
            Bounds middle = new Bounds(
                    bounds.x() + 5, bounds.y() + BAND, bounds.width() - 10, Math.max(12, bounds.height() - 2 * BAND));
            sketch.text(texts.inside(name, middle, Font.LABEL, Align.CENTER, form.expanded()), look.label());
        }
    }

    /// A participant's band at the top or foot of a choreography activity; the one that does not begin is
    /// shaded.
    static void band(
            Sketch sketch, Bounds bounds, boolean top, boolean initiating, String name, Look look, TextLayout texts) {
        double r = Math.min(RADIUS, bounds.height() / 2);
        double flat = top ? bounds.bottom() : bounds.y();
        double round = top ? bounds.y() : bounds.bottom();
        double in = top ? r : -r;
        Path shape = Path.builder()
                .move(bounds.x(), flat)
                .line(bounds.x(), round + in)
                .bend(bounds.x(), round, bounds.x() + r, round)
                .line(bounds.right() - r, round)
                .bend(bounds.right(), round, bounds.right(), round + in)
                .line(bounds.right(), flat)
                .close()
                .build();
        sketch.fill(shape, initiating ? look.fill() : Argb.mix(look.fill(), look.stroke(), 0.18));
        sketch.stroke(shape, Pen.solid(2), look.stroke());
        if (!name.isBlank()) {
            sketch.text(texts.inside(name, bounds.inflate(-3), Font.LABEL, Align.CENTER, false), look.label());
        }
    }

    static void conversation(Sketch sketch, Bounds bounds, boolean thick, List<String> markers, Look look) {
        double inset = bounds.width() / 4;
        Path hexagon = Path.builder()
                .move(bounds.x() + inset, bounds.y())
                .line(bounds.right() - inset, bounds.y())
                .line(bounds.right(), bounds.center().y())
                .line(bounds.right() - inset, bounds.bottom())
                .line(bounds.x() + inset, bounds.bottom())
                .line(bounds.x(), bounds.center().y())
                .close()
                .build();
        sketch.fill(hexagon, look.fill());
        sketch.stroke(hexagon, Pen.solid(thick ? 5 : 2), look.stroke());
        for (String marker : markers) {
            Bounds box = new Bounds(bounds.center().x() - 6, bounds.bottom() - 15, 12, 12);
            sketch.icon(Icon.named(marker), box, Pen.solid(1.2), false, look.stroke(), look.fill());
        }
    }
}
