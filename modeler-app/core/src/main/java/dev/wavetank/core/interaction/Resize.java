package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Drags one handle of a shape.
final class Resize implements State {
    private final Stage stage;
    private final Shape shape;
    private final Handle handle;
    private final Snapper snapper;
    private Bounds bounds;

    Resize(Stage stage, Shape shape, Handle handle) {
        this.stage = stage;
        this.shape = shape;
        this.handle = handle;
        this.bounds = shape.bounds();
        this.snapper = stage.snapper(shape.bounds(), Set.of(shape.element()));
    }

    @Override
    public State moved(PointerEvent event) {
        Point to = event.has(Modifier.ALT) ? event.point() : snapper.place(event.point());
        bounds = handle.drag(shape.bounds(), to);
        Preview ghost = new Preview.Ghost(shape.element(), bounds);
        stage.show(stage.shown().withFeedback(List.of(ghost), List.of(), handle.pointer(), Optional.empty()));
        return this;
    }

    @Override
    public State released(PointerEvent event) {
        if (!bounds.equals(shape.bounds())) {
            stage.execute(new ResizeShape(shape.element(), bounds));
        }
        return new Select(stage);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }
}
