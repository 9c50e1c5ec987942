package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.MoveLabel;
import dev.wavetank.core.geometry.Bounds;
import java.util.List;
import java.util.Optional;

/// Moves an external label.
final class LabelDrag implements State {
    private final Stage stage;
    private final PointerEvent start;
    private final ElementId element;
    private final Bounds before;
    private Bounds now;

    LabelDrag(Stage stage, PointerEvent start, ElementId element) {
        this.stage = stage;
        this.start = start;
        this.element = element;
        this.before = stage.picker()
                .shape(element)
                .flatMap(Shape::labelBounds)
                .or(() -> stage.picker().edge(element).flatMap(Edge::labelBounds))
                .orElseThrow();
        this.now = before;
    }

    @Override
    public State moved(PointerEvent event) {
        now = before.translate(Math.round(event.x() - start.x()), Math.round(event.y() - start.y()));
        Preview ghost = new Preview.LabelGhost(element, now);
        stage.show(stage.shown().withFeedback(List.of(ghost), List.of(), Pointer.MOVE, Optional.empty()));
        return this;
    }

    @Override
    public State released(PointerEvent event) {
        if (!now.equals(before)) {
            stage.execute(new MoveLabel(element, now));
        }
        return new Select(stage);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }
}
