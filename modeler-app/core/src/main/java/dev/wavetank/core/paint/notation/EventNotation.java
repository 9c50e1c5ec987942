package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Pen;
import java.util.List;

/// Events: a thin, double or thick ring, broken where the event does not interrupt, around the icon of its
/// definition.
final class EventNotation {
    private static final double SIZE = 36;
    private static final double RING_GAP = 3;

    private EventNotation() {}

    static void draw(Sketch sketch, Bounds bounds, EventForm form, Look look) {
        double unit = Math.min(bounds.width(), bounds.height()) / SIZE;
        Pen ring = ring(form, unit);
        Outline.Oval circle = Outline.oval(bounds);
        sketch.fill(circle, look.fill());
        sketch.stroke(circle, ring, look.stroke());
        if (form.position().doubleRing()) {
            sketch.detailStroke(Outline.oval(bounds.inflate(-RING_GAP * Math.max(0.5, unit))), ring, look.stroke());
        }
        form.icon().ifPresent(name -> {
            double shrink =
                    form.position().doubleRing() ? 0.06 : form.position().solid() ? 0.02 : 0;
            Bounds square = square(bounds).inflate(-SIZE * unit * shrink);
            Pen line = new Pen(1.2 * Math.max(0.6, unit), Pen.Cap.BUTT, Pen.Join.ROUND, List.of());
            sketch.icon(Icon.named(name), square, line, form.position().solid(), look.label(), look.fill());
        });
    }

    private static Pen ring(EventForm form, double unit) {
        double width = switch (form.position()) {
            case START -> 2;
            case END -> 4;
            case CATCH, THROW, BOUNDARY -> 1.5;
        };
        width *= Math.clamp(unit, 0.5, 1.2);
        return form.interrupting() ? Pen.solid(width) : Pen.dashed(width, 5.6 * unit, 3.8 * unit);
    }

    static Bounds square(Bounds bounds) {
        double side = Math.min(bounds.width(), bounds.height());
        return new Bounds(bounds.center().x() - side / 2, bounds.center().y() - side / 2, side, side);
    }
}
