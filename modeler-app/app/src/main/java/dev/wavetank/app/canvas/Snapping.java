package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Pulls what is moved into line with what is there: its middle with other middles, its edges with other edges, within
/// 7 pixels and each axis for itself. Only what is in view counts.
final class Snapping {
    private static final double REACH = 7;

    private final CanvasModel model;

    /// @param dx     how much further to move
    /// @param guides lines to show
    record Snap(double dx, double dy, List<List<Point>> guides) {}

    Snapping(CanvasModel model) {
        this.model = model;
    }

    Snap snap(Bounds moving, Predicate<ElementId> excluded) {
        double reach = REACH / model.viewport().scale();
        double bestX = Double.POSITIVE_INFINITY;
        double bestY = Double.POSITIVE_INFINITY;
        Bounds alongX = moving;
        Bounds alongY = moving;
        List<Glyph> glyphs = model.scene().glyphs();
        var visible = model.scene().in(model.viewport().visible());
        for (int i = visible.nextSetBit(0); i >= 0; i = visible.nextSetBit(i + 1)) {
            Glyph glyph = glyphs.get(i);
            if (glyph.role() != Glyph.Role.SHAPE || excluded.test(glyph.element())) {
                continue;
            }
            Bounds other = glyph.bounds();
            double x = nearest(
                    moving.x(),
                    moving.center().x(),
                    moving.right(),
                    other.x(),
                    other.center().x(),
                    other.right());
            double y = nearest(
                    moving.y(),
                    moving.center().y(),
                    moving.bottom(),
                    other.y(),
                    other.center().y(),
                    other.bottom());
            if (Math.abs(x) < Math.min(reach, Math.abs(bestX))) {
                bestX = x;
                alongX = other;
            }
            if (Math.abs(y) < Math.min(reach, Math.abs(bestY))) {
                bestY = y;
                alongY = other;
            }
        }
        double dx = Double.isInfinite(bestX) ? 0 : bestX;
        double dy = Double.isInfinite(bestY) ? 0 : bestY;
        Bounds snapped = moving.translate(dx, dy);
        List<List<Point>> guides = new ArrayList<>();
        if (!Double.isInfinite(bestX)) {
            double x = shared(
                    snapped.x(),
                    snapped.center().x(),
                    snapped.right(),
                    alongX.x(),
                    alongX.center().x(),
                    alongX.right());
            Bounds span = snapped.union(alongX).inflate(20);
            guides.add(List.of(new Point(x, span.y()), new Point(x, span.bottom())));
        }
        if (!Double.isInfinite(bestY)) {
            double y = shared(
                    snapped.y(),
                    snapped.center().y(),
                    snapped.bottom(),
                    alongY.y(),
                    alongY.center().y(),
                    alongY.bottom());
            Bounds span = snapped.union(alongY).inflate(20);
            guides.add(List.of(new Point(span.x(), y), new Point(span.right(), y)));
        }
        return new Snap(dx, dy, guides);
    }

    /// The smallest way from start, middle or end to the same of the other; middles win a draw.
    private static double nearest(double a1, double a2, double a3, double b1, double b2, double b3) {
        double best = b2 - a2;
        if (Math.abs(b1 - a1) < Math.abs(best)) {
            best = b1 - a1;
        }
        return Math.abs(b3 - a3) < Math.abs(best) ? b3 - a3 : best;
    }

    private static double shared(double a1, double a2, double a3, double b1, double b2, double b3) {
        if (Math.abs(b2 - a2) < 0.01) {
            return b2;
        }
        return Math.abs(b1 - a1) < 0.01 ? b1 : Math.abs(b3 - a3) < 0.01 ? b3 : b2;
    }
}
