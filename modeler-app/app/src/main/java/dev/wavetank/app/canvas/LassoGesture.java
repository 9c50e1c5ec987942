package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.Glyph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Draws a frame and selects what lies wholly inside.
final class LassoGesture implements Gesture {
    private final CanvasModel model;
    private final Point start;
    private final Set<ElementId> before;

    /// @param before what stays selected
    LassoGesture(CanvasModel model, Point start, Set<ElementId> before) {
        this.model = model;
        this.start = start;
        this.before = before;
    }

    @Override
    public Preview drag(Point at, boolean free) {
        return new Preview(List.of(), List.of(), List.of(), Optional.of(frame(at)), Optional.empty(), true);
    }

    @Override
    public void drop(Point at, boolean free) {
        Bounds frame = frame(at);
        Set<ElementId> inside = new HashSet<>(before);
        List<Glyph> glyphs = model.scene().glyphs();
        var near = model.scene().in(frame);
        for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
            Glyph glyph = glyphs.get(i);
            if (glyph.role() != Glyph.Role.LABEL && frame.contains(glyph.bounds())) {
                inside.add(glyph.element());
            }
        }
        model.session().selectionProperty().set(Set.copyOf(inside));
    }

    private Bounds frame(Point at) {
        return new Bounds(
                Math.min(start.x(), at.x()),
                Math.min(start.y(), at.y()),
                Math.abs(at.x() - start.x()),
                Math.abs(at.y() - start.y()));
    }
}
