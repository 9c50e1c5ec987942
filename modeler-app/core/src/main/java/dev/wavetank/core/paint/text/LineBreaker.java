package dev.wavetank.core.paint.text;

import dev.wavetank.core.paint.Font;
import java.util.ArrayList;
import java.util.List;

/// Breaks a label into lines no wider than a limit: at its own line ends, at spaces, after hyphens and slashes,
/// between East Asian characters, and, where a word alone is too long, inside it.
final class LineBreaker {
    private final TextMeasure measure;

    LineBreaker(TextMeasure measure) {
        this.measure = measure;
    }

    List<String> lines(String text, double width, Font font) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\\R", -1)) {
            String rest = paragraph.strip();
            do {
                int end = lineEnd(rest, width, font);
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            } while (!rest.isEmpty());
        }
        while (lines.size() > 1 && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /// Where the first line of `text` ends: the last allowed break that fits, else as many characters as fit,
    /// but at least one.
    private int lineEnd(String text, double width, Font font) {
        if (measure.width(text, font) <= width) {
            return text.length();
        }
        int lastBreak = 0;
        int lastFit = 0;
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            if (measure.width(text.substring(0, next).stripTrailing(), font) > width) {
                break;
            }
            lastFit = next;
            if (mayBreak(text, next)) {
                lastBreak = next;
            }
            i = next;
        }
        return lastBreak > 0 ? lastBreak : insideWord(text, lastFit);
    }

    /// Inside a word that is too long: before a capital, as in `approveInvoice`, if one lies in the second half
    /// of what fits.
    private static int insideWord(String text, int fits) {
        for (int at = fits; at > fits / 2 && at > 1; at--) {
            if (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1))) {
                return at;
            }
        }
        return Math.max(fits, Character.charCount(text.codePointAt(0)));
    }

    private static boolean mayBreak(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        var before = CharacterClass.of(text.codePointBefore(at));
        var after = CharacterClass.of(text.codePointAt(at));
        return switch (before) {
            case SPACE -> true;
            case BREAK_AFTER -> after != CharacterClass.SPACE;
            case OPENING -> false;
            case IDEOGRAPH, CLOSING -> after != CharacterClass.CLOSING;
            case LETTER ->
                after == CharacterClass.SPACE || after == CharacterClass.IDEOGRAPH || after == CharacterClass.OPENING;
        };
    }
}
