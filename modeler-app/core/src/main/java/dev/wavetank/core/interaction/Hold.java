package dev.wavetank.core.interaction;

import java.util.function.Function;

/// A tool picked from the palette, waiting for the press that begins its gesture.
final class Hold implements State {
    private final Stage stage;
    private final Function<PointerEvent, State> begin;

    Hold(Stage stage, Pointer form, Function<PointerEvent, State> begin) {
        this.stage = stage;
        this.begin = begin;
        stage.calm();
        stage.show(stage.shown().withPointer(form));
    }

    @Override
    public State pressed(PointerEvent event) {
        return begin.apply(event);
    }

    @Override
    public State key(KeyStroke key) {
        return key.key().equals("Escape") ? new Select(stage) : this;
    }
}
