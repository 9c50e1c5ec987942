package dev.wavetank.core.interaction;

/// One state of the interaction. Each event leads to the state that goes on, which may be the same one.
interface State {
    default State pressed(PointerEvent event) {
        return this;
    }

    /// The pointer moved, with or without a button.
    default State moved(PointerEvent event) {
        return this;
    }

    default State released(PointerEvent event) {
        return this;
    }

    default State key(KeyStroke key) {
        return this;
    }
}
