package dev.wavetank.core.interaction;

/// Holds the sheet and moves it with the pointer. After each pan the same place of the sheet is under the
/// pointer again.
final class Pan implements State {
    private final Stage stage;
    private final PointerEvent start;

    Pan(Stage stage, PointerEvent start) {
        this.stage = stage;
        this.start = start;
        stage.show(stage.shown().withPointer(Pointer.GRABBING));
    }

    @Override
    public State moved(PointerEvent event) {
        stage.view().pan(event.x() - start.x(), event.y() - start.y());
        return this;
    }

    @Override
    public State released(PointerEvent event) {
        return new Select(stage);
    }
}
