package dev.wavetank.app.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;

/// The painter's fonts as JavaFX fonts: the first family of the list that this machine has.
final class FxFonts {
    private final String family;
    private final Map<dev.wavetank.core.paint.Font, Font> made = new HashMap<>();
    /// Of the fonts that were made; while one zooms, each step asks for others.
    private double scale = 1;

    FxFonts() {
        List<String> here = Font.getFamilies();
        family = List.of(dev.wavetank.core.paint.Font.FAMILY.split(",")).stream()
                .map(name -> name.strip().replace("'", ""))
                .filter(here::contains)
                .findFirst()
                .orElse("System");
    }

    /// What text on the canvas is written in.
    String family() {
        return family;
    }

    /// @param larger so many times
    Font of(dev.wavetank.core.paint.Font font, double larger) {
        if (larger != scale) {
            made.clear();
            scale = larger;
        }
        return made.computeIfAbsent(
                font,
                asked -> Font.font(
                        family,
                        asked.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                        asked.italic() ? FontPosture.ITALIC : FontPosture.REGULAR,
                        asked.size() * larger));
    }
}
