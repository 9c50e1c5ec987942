package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Selects everything in a rectangle; with Shift, in addition to what is selected.
final class Lasso implements State {
    private final Stage stage;
    private final PointerEvent start;
    private final Set<ElementId> before;

    Lasso(Stage stage, PointerEvent start) {
        this.stage = stage;
        this.start = start;
        this.before = start.has(Modifier.SHIFT) ? stage.selection() : Set.of();
    }

    @Override
    public State moved(PointerEvent event) {
        Preview marquee = new Preview.Marquee(area(event));
        stage.show(stage.shown().withFeedback(List.of(marquee), List.of(), Pointer.CROSSHAIR, Optional.empty()));
        return this;
    }

    @Override
    public State released(PointerEvent event) {
        Set<ElementId> selected = new LinkedHashSet<>(before);
        selected.addAll(stage.picker().inside(area(event)));
        stage.select(selected);
        return new Select(stage);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }

    private Bounds area(PointerEvent event) {
        double x = Math.min(start.x(), event.x());
        double y = Math.min(start.y(), event.y());
        return new Bounds(x, y, Math.abs(event.x() - start.x()), Math.abs(event.y() - start.y()));
    }
}
