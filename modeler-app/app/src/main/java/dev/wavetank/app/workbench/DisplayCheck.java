package dev.wavetank.app.workbench;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether a window can open here at all.
public final class DisplayCheck {
    private DisplayCheck() {}

    /// A sentence that says what is missing and what works without it; empty if a window can open.
    public static Optional<String> problem(Map<String, String> environment, String osName) {
        boolean needsOne = osName.toLowerCase(Locale.ROOT).contains("linux");
        boolean has = !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        return needsOne && !has
                ? Optional.of("There is no display here, so the desktop cannot open."
                        + " Try ./wavetank demo, which runs in the terminal.")
                : Optional.empty();
    }
}
