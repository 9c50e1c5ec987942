package dev.wavetank.core.paint;

import java.util.Locale;
import java.util.Optional;

/// Colours as integers `0xAARRGGBB`: what every drawing library takes without an allocation.
public final class Argb {
    public static final int TRANSPARENT = 0;
    public static final int WHITE = 0xFFFFFFFF;
    public static final int BLACK = 0xFF000000;

    private Argb() {}

    public static int alpha(int argb) {
        return argb >>> 24;
    }

    /// The same colour with its alpha multiplied by `factor`, 0 to 1.
    public static int fade(int argb, double factor) {
        return ((int) Math.round(alpha(argb) * factor) << 24) | (argb & 0xFFFFFF);
    }

    /// The opaque colour between two, `part` (0 to 1) of the way from `from` to `to`.
    public static int mix(int from, int to, double part) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 255;
            int b = to >> shift & 255;
            mixed = mixed << 8 | (int) Math.round(a + (b - a) * part);
        }
        return mixed;
    }

    /// `#rrggbb`; the alpha is not part of it.
    public static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }

    /// How bright it looks, 0 (black) to 1 (white), by the weights of Rec. 709.
    public static double luminance(int argb) {
        int red = argb >> 16 & 255;
        int green = argb >> 8 & 255;
        int blue = argb & 255;
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    }

    /// Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(r, g, b)` and the CSS names that modellers write. Anything
    /// else is no colour.
    public static Optional<Integer> parse(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (value.startsWith("#")) {
                return hexDigits(value.substring(1));
            }
            if (value.startsWith("rgb(") && value.endsWith(")")) {
                String[] parts = value.substring(4, value.length() - 1).split(",");
                return parts.length == 3
                        ? Optional.of(0xFF000000 | channel(parts[0]) << 16 | channel(parts[1]) << 8 | channel(parts[2]))
                        : Optional.empty();
            }
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
        return named(value);
    }

    private static int channel(String text) {
        return Math.clamp(Integer.parseInt(text.strip()), 0, 255);
    }

    private static Optional<Integer> hexDigits(String digits) {
        if (!digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return Optional.empty();
        }
        long value = Long.parseLong(digits, 16);
        return switch (digits.length()) {
            case 3 ->
                Optional.of((int)
                        (0xFF000000L | (value >> 8 & 15) * 17 << 16 | (value >> 4 & 15) * 17 << 8 | (value & 15) * 17));
            case 6 -> Optional.of((int) (0xFF000000L | value));
            case 8 -> Optional.of((int) ((value & 255) << 24 | value >> 8));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> named(String name) {
        return switch (name) {
            case "black" -> Optional.of(BLACK);
            case "white" -> Optional.of(WHITE);
            case "red" -> Optional.of(0xFFFF0000);
            case "green" -> Optional.of(0xFF008000);
            case "blue" -> Optional.of(0xFF0000FF);
            case "yellow" -> Optional.of(0xFFFFFF00);
            case "orange" -> Optional.of(0xFFFFA500);
            case "purple" -> Optional.of(0xFF800080);
            case "gray", "grey" -> Optional.of(0xFF808080);
            case "cyan", "aqua" -> Optional.of(0xFF00FFFF);
            case "magenta", "fuchsia" -> Optional.of(0xFFFF00FF);
            case "transparent", "none" -> Optional.of(TRANSPARENT);
            default -> Optional.empty();
        };
    }
}
