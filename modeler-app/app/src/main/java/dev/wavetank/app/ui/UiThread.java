package dev.wavetank.app.ui;

/// The thread that owns every JavaFX object. A port, so that view models are tested without one.
@FunctionalInterface
public interface UiThread {
    /// Runs `action` on the UI thread: at once when already there, soon otherwise.
    void run(Runnable action);
}
