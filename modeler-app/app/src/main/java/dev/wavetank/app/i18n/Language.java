package dev.wavetank.app.i18n;

import java.util.Locale;

/// In which language the desktop speaks.
public enum Language {
    /// The machine's own, if it is one of these, else English.
    SYSTEM,
    ENGLISH,
    CHINESE;

    /// @param system the machine's own
    public Locale locale(Locale system) {
        return switch (this) {
            case SYSTEM -> system;
            case ENGLISH -> system.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? system : Locale.ENGLISH;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
        };
    }
}
