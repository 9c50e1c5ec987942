package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;

/// Drags a corner or an edge of a shape.
final class ResizeGesture implements Gesture {
    private final CanvasModel model;
    private final ElementId id;
    private final Bounds before;
    private final int sideX;
    private final int sideY;
    private final Previews previews;

    /// @param sideX -1 for the left edge, 1 for the right one, 0 for neither
    /// @param sideY -1 for the top edge, 1 for the bottom one, 0 for neither
    ResizeGesture(CanvasModel model, ElementId id, Bounds before, int sideX, int sideY) {
        this.model = model;
        this.id = id;
        this.before = before;
        this.sideX = sideX;
        this.sideY = sideY;
        this.previews = new Previews(model);
    }

    @Override
    public Preview drag(Point at, boolean free) {
        return previews.of(command(at), List.of(), Optional.empty());
    }

    @Override
    public void drop(Point at, boolean free) {
        model.session().execute(command(at));
    }

    private ResizeShape command(Point at) {
        double left = sideX < 0 ? Math.min(Math.round(at.x()), before.right()) : before.x();
        double right = sideX > 0 ? Math.max(Math.round(at.x()), before.x()) : before.right();
        double top = sideY < 0 ? Math.min(Math.round(at.y()), before.bottom()) : before.y();
        double bottom = sideY > 0 ? Math.max(Math.round(at.y()), before.y()) : before.bottom();
        return new ResizeShape(id, new Bounds(left, top, right - left, bottom - top));
    }
}
