package dev.wavetank.app.workbench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the desktop keeps what it must remember between two starts: settings, the crash journal, logs.
///
/// `WAVETANK_STATE` names it outright; else it is the place the platform has for this (XDG state directory on
/// Linux, `Application Support` on macOS, `%LOCALAPPDATA%` on Windows).
public record StateDirectory(Path path) {
    public static StateDirectory of(Map<String, String> environment, String osName, Path home) {
        String named = environment.getOrDefault("WAVETANK_STATE", "");
        if (!named.isBlank()) {
            return new StateDirectory(Path.of(named));
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String local = environment.getOrDefault(
                    "LOCALAPPDATA", home.resolve("AppData").resolve("Local").toString());
            return new StateDirectory(Path.of(local).resolve("Wavetank"));
        }
        if (os.contains("mac")) {
            return new StateDirectory(
                    home.resolve("Library").resolve("Application Support").resolve("Wavetank"));
        }
        String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = xdg.isBlank() ? home.resolve(".local").resolve("state") : Path.of(xdg);
        return new StateDirectory(base.resolve("wavetank"));
    }

    public Path settings() {
        return path.resolve("settings.json");
    }

    public Path keyMap() {
        return path.resolve("keymap.properties");
    }

    public Path journal() {
        return path.resolve("journal");
    }
}
