package dev.wavetank.app.workbench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Which parts of the window are shown, and how.
public final class LayoutModel {
    private final BooleanProperty right;
    private final BooleanProperty bottom;
    private final BooleanProperty minimap;
    private final BooleanProperty dark;
    private final BooleanProperty grid;
    private final BooleanProperty snap;
    private final BooleanProperty jumps;
    private final BooleanProperty restore;

    public LayoutModel(Settings settings) {
        right = new SimpleBooleanProperty(settings.rightPanel());
        bottom = new SimpleBooleanProperty(settings.bottomPanel());
        minimap = new SimpleBooleanProperty(settings.minimap());
        dark = new SimpleBooleanProperty(settings.dark());
        grid = new SimpleBooleanProperty(settings.sheet().grid());
        snap = new SimpleBooleanProperty(settings.sheet().snap());
        jumps = new SimpleBooleanProperty(settings.sheet().jumps());
        restore = new SimpleBooleanProperty(settings.work().restore());
    }

    public BooleanProperty rightProperty() {
        return right;
    }

    public BooleanProperty bottomProperty() {
        return bottom;
    }

    public BooleanProperty minimapProperty() {
        return minimap;
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /// Whether sheets show their grid.
    public BooleanProperty gridProperty() {
        return grid;
    }

    /// Whether what is dragged goes to the grid.
    public BooleanProperty snapProperty() {
        return snap;
    }

    /// Whether flows jump over those they cross.
    public BooleanProperty jumpsProperty() {
        return jumps;
    }

    /// Whether the next start opens the files of this one again.
    public BooleanProperty restoreProperty() {
        return restore;
    }

    public static void toggle(BooleanProperty shown) {
        shown.set(!shown.get());
    }
}
