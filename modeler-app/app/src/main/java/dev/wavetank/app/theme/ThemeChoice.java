package dev.wavetank.app.theme;

import javafx.application.ColorScheme;

/// Which theme the user wants.
public enum ThemeChoice {
    /// As the desktop of the machine has it, also when that changes.
    SYSTEM,
    LIGHT,
    DARK;

    public boolean isDark(ColorScheme system) {
        return switch (this) {
            case SYSTEM -> system == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }
}
