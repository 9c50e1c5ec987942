package dev.wavetank.app.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words of the desktop in one language. A missing key is a bug and shows as `!key!`, so that a screen is
/// never empty because of it.
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;

    public Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("dev.wavetank.app.i18n.messages", locale);
    }

    /// The text of `key` with its arguments in `MessageFormat` style (`{0}`, `{1,number}`).
    public String text(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle.getString(key), locale).format(arguments);
        } catch (MissingResourceException missing) {
            return "!" + key + "!";
        }
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
