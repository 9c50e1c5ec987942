package dev.wavetank.app.workbench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.wavetank.app.i18n.Language;
import dev.wavetank.app.theme.ThemeChoice;
import java.util.Objects;

/// How the program presents itself.
///
/// @param toured whether the tour was taken to its end or given up, so that it does not begin by itself again
@JsonIgnoreProperties(ignoreUnknown = true)
public record Look(Language language, ThemeChoice theme, boolean toured) {
    public static final Look FIRST_RUN = new Look(Language.SYSTEM, ThemeChoice.SYSTEM, false);

    public Look {
        language = Objects.requireNonNullElse(language, Language.SYSTEM);
        theme = Objects.requireNonNullElse(theme, ThemeChoice.SYSTEM);
    }
}
