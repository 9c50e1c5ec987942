package dev.wavetank.app.workbench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Which parts of the window are shown, and how.
public final class LayoutModel {
    private final BooleanProperty right;
    private final BooleanProperty bottom;
    private final BooleanProperty minimap;
    private final BooleanProperty dark;

    public LayoutModel(Settings settings) {
        right = new SimpleBooleanProperty(settings.rightPanel());
        bottom = new SimpleBooleanProperty(settings.bottomPanel());
        minimap = new SimpleBooleanProperty(settings.minimap());
        dark = new SimpleBooleanProperty(settings.dark());
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

    public static void toggle(BooleanProperty shown) {
        shown.set(!shown.get());
    }
}
