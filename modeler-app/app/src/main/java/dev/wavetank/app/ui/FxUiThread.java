package dev.wavetank.app.ui;

import javafx.application.Platform;

/// The JavaFX application thread.
public final class FxUiThread implements UiThread {
    @Override
    public void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
