package dev.wavetank.app.menu;

import dev.wavetank.core.edit.command.NodeKind;
import java.util.Locale;

/// One thing that a menu of elements offers.
///
/// @param words    what else people call it, for the search
/// @param warning  what a person should know before choosing it; empty if there is nothing
public record MenuEntry(
        String id, String name, String category, String description, String words, String warning, NodeKind kind) {
    /// How well it answers to a text, less is better; 100 and more is not at all. Each word of the text has to be
    /// found somewhere.
    int distance(String sought) {
        int worst = 0;
        for (String word : sought.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            worst = Math.max(worst, wordDistance(word));
        }
        return worst;
    }

    private int wordDistance(String word) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(word)) {
            return 0;
        }
        if (lower.contains(' ' + word) || lower.contains('-' + word) || lower.contains('(' + word)) {
            return 1;
        }
        if ((' ' + words.toLowerCase(Locale.ROOT)).contains(' ' + word)) {
            return 2;
        }
        if (lower.contains(word)) {
            return 3;
        }
        if (category.toLowerCase(Locale.ROOT).contains(word)) {
            return 4;
        }
        return word.length() > 2 && description.toLowerCase(Locale.ROOT).contains(word) ? 5 : 100;
    }
}
