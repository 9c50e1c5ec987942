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

    FxFonts() {
        List<String> here = Font.getFamilies();
        family = List.of(dev.wavetank.core.paint.Font.FAMILY.split(",")).stream()
                .map(name -> name.strip().replace("'", ""))
                .filter(here::contains)
                .findFirst()
                .orElse("System");
    }

    Font of(dev.wavetank.core.paint.Font font) {
        return made.computeIfAbsent(
                font,
                asked -> Font.font(
                        family,
                        asked.bold() ? FontWeight.BOLD : FontWeight.NORMAL,
                        asked.italic() ? FontPosture.ITALIC : FontPosture.REGULAR,
                        asked.size()));
    }
}
