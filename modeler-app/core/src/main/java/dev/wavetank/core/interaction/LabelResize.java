package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.MoveLabel;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;

/// Drags the left or right border of an external label, whose text then breaks elsewhere.
final class LabelResize implements State {
    private static final double LEAST = 20;

    private final Stage stage;
    private final ElementId element;
    private final Handle side;
    private final Bounds before;
    private Bounds now;

    LabelResize(Stage stage, ElementId element, Handle side) {
        this.stage = stage;
        this.element = element;
        this.side = side;
        this.before = label(stage, element).orElseThrow();
        this.now = before;
    }

    /// The place of the label beside an element, if it has one that can be drawn.
    static Optional<Bounds> label(Stage stage, ElementId element) {
        return stage.picker()
                .shape(element)
                .filter(shape -> stage.type(element).hasExternalLabel())
                .flatMap(Shape::labelBounds)
                .or(() -> stage.picker().edge(element).flatMap(Edge::labelBounds))
                .filter(box -> box.width() > 0 && box.height() > 0);
    }

    /// Which border of the label is within reach.
    static Optional<Handle> handle(Bounds label, Point at, double reach) {
        return Handle.at(Handle.SIDES, label, at, reach);
    }

    @Override
    public State moved(PointerEvent event) {
        Bounds wished = side.drag(before, new Point(Math.round(event.x()), event.y()));
        double width = Math.max(LEAST, wished.width());
        now = new Bounds(side == Handle.WEST ? before.right() - width : before.x(), before.y(), width, before.height());
        Preview ghost = new Preview.LabelGhost(element, now);
        stage.show(stage.shown().withFeedback(List.of(ghost), List.of(), side.pointer(), Optional.empty()));
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
