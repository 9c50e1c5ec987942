package dev.wavetank.core.interaction;

import java.util.Set;

/// A key pressed while the sheet has the focus.
///
/// @param key `Escape`, `Delete`, `Backspace`, `Enter`, `F2`, `ArrowLeft` …, or the character in lower case
public record KeyStroke(String key, Set<Modifier> modifiers) {
    public KeyStroke {
        modifiers = Set.copyOf(modifiers);
    }

    public static KeyStroke of(String key, Modifier... modifiers) {
        return new KeyStroke(key, Set.of(modifiers));
    }

    boolean is(String other, Modifier... held) {
        return key.equals(other) && modifiers.equals(Set.of(held));
    }
}
