package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
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
        Snapper.Snapped snapped = event.has(Modifier.ALT) ? Snapper.Snapped.NOT : snapper.place(event.point());
        bounds = new ResizeShape(shape.element(), handle.drag(shape.bounds(), snapped.of(event.point())))
                .allowed(stage.diagram())
                .orElse(shape.bounds());
        Preview ghost = new Preview.Ghost(shape.element(), bounds);
        List<SnapGuide> guides = snapped.guides().stream().filter(handle::moves).toList();
        stage.show(stage.shown().withFeedback(List.of(ghost), guides, handle.pointer(), Optional.empty()));
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
