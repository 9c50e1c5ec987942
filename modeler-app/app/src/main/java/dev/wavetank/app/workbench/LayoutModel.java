package dev.wavetank.app.workbench;

import dev.wavetank.app.i18n.Language;
import dev.wavetank.app.theme.ThemeChoice;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Which parts of the window are shown, and how.
public final class LayoutModel {
    private final BooleanProperty right;
    private final BooleanProperty bottom;
    private final BooleanProperty minimap;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectProperty<ThemeChoice> theme;
    private final ObjectProperty<Language> language;
    private final BooleanProperty grid;
    private final BooleanProperty snap;
    private final BooleanProperty jumps;
    private final BooleanProperty restore;

    public LayoutModel(Settings settings) {
        right = new SimpleBooleanProperty(settings.rightPanel());
        bottom = new SimpleBooleanProperty(settings.bottomPanel());
        minimap = new SimpleBooleanProperty(settings.minimap());
        theme = new SimpleObjectProperty<>(settings.look().theme());
        language = new SimpleObjectProperty<>(settings.look().language());
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

    /// Whether the window is dark now: what was chosen, or what the machine's desktop has.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark;
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /// Counts from the next start on.
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// From now on the theme follows what is chosen, and the machine's desktop if that is chosen.
    public void followTheme(ObservableValue<ColorScheme> system) {
        dark.bind(Bindings.createBooleanBinding(() -> theme.get().isDark(system.getValue()), theme, system));
    }

    /// Chooses the other theme.
    public void toggleDark() {
        theme.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
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
