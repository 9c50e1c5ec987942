package dev.wavetank.app.canvas;

import dev.wavetank.app.canvas.PreviewLayer.Preview;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.MoveLabel;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;

/// Moves the label beside an element.
final class LabelGesture implements Gesture {
    private final CanvasModel model;
    private final ElementId id;
    private final Bounds before;
    private final Point start;

    LabelGesture(CanvasModel model, ElementId id, Bounds before, Point start) {
        this.model = model;
        this.id = id;
        this.before = before;
        this.start = start;
    }

    @Override
    public Preview drag(Point at, boolean free) {
        return new Preview(List.of(moved(at)), List.of(), List.of(), Optional.empty(), Optional.empty(), true);
    }

    @Override
    public void drop(Point at, boolean free) {
        model.session().execute(new MoveLabel(id, moved(at)));
    }

    private Bounds moved(Point at) {
        return before.translate(Math.round(at.x() - start.x()), Math.round(at.y() - start.y()));
    }
}
