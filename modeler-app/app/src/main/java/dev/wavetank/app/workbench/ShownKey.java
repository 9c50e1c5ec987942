package dev.wavetank.app.workbench;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key that a menu shows and does not answer to, because the canvas does: it has no modifier, and must not fire
/// while somebody types.
final class ShownKey extends KeyCombination {
    private final KeyCombination key;

    ShownKey(KeyCombination key) {
        this.key = key;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getDisplayText() {
        return key.getDisplayText();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShownKey shown && shown.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode() + 1;
    }
}
