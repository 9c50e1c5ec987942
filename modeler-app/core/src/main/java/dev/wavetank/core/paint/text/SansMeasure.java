package dev.wavetank.core.paint.text;

import dev.wavetank.core.paint.Font;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Measures text by a table of the Arial widths, so that labels break in the same places on every machine, with
/// or without a display or fonts. Characters outside the table count as a full em if they are East Asian, else
/// as an average letter.
public final class SansMeasure implements TextMeasure {
    private static final int TABLE = 0x460;
    private static final short AVERAGE = 556;
    private static final short FULL = 1000;

    private final short[] regular = new short[TABLE];
    private final short[] bold = new short[TABLE];

    public SansMeasure() {
        Arrays.fill(regular, AVERAGE);
        Arrays.fill(bold, AVERAGE);
        try (InputStream in = SansMeasure.class.getResourceAsStream("sans-widths.txt")) {
            if (in == null) {
                throw new IllegalStateException("sans-widths.txt is missing from the jar");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double width(String text, Font font) {
        short[] table = font.bold() ? bold : regular;
        long sum = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            sum += codePoint < TABLE
                    ? table[codePoint]
                    : CharacterClass.of(codePoint).wide() ? FULL : other(codePoint);
            i += Character.charCount(codePoint);
        }
        return sum * font.size() / 1000;
    }

    private static short other(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            case Character.OTHER_SYMBOL, Character.SURROGATE -> FULL;
            default -> AVERAGE;
        };
    }

    private void read(String line) {
        String[] parts = line.split(" ");
        short[] table = parts[0].equals("bold") ? bold : regular;
        int codePoint = Integer.parseInt(parts[1]);
        for (int i = 2; i < parts.length; i++) {
            table[codePoint++] = Short.parseShort(parts[i]);
        }
    }
}
