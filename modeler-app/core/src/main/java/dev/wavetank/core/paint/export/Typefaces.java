package dev.wavetank.core.paint.export;

import dev.wavetank.core.paint.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The machine's fonts for our one family: Arial or what has its widths, and a second face for characters that
/// the first lacks.
final class Typefaces {
    private static final List<String> SANS = List.of("Arial", "Liberation Sans", "Arimo", "Helvetica", "Nimbus Sans");
    private static final List<String> EAST_ASIAN =
            List.of("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei");

    private final String sans;
    private final String eastAsian;
    private final Map<Font, java.awt.Font> sansFonts = new HashMap<>();
    private final Map<Font, java.awt.Font> eastAsianFonts = new HashMap<>();

    Typefaces() {
        Set<String> installed = new HashSet<>(
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
        sans = SANS.stream().filter(installed::contains).findFirst().orElse(java.awt.Font.SANS_SERIF);
        eastAsian = EAST_ASIAN.stream().filter(installed::contains).findFirst().orElse(java.awt.Font.SANS_SERIF);
    }

    java.awt.Font sans(Font font) {
        return sansFonts.computeIfAbsent(font, wanted -> derive(sans, wanted));
    }

    java.awt.Font fallback(Font font) {
        return eastAsianFonts.computeIfAbsent(font, wanted -> derive(eastAsian, wanted));
    }

    private static java.awt.Font derive(String family, Font font) {
        int style = (font.bold() ? java.awt.Font.BOLD : 0) | (font.italic() ? java.awt.Font.ITALIC : 0);
        return new java.awt.Font(family, style, 1).deriveFont((float) font.size());
    }
}
