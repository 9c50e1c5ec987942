package dev.wavetank.core.interaction;

/// A key held down meanwhile. `SHORTCUT` is Ctrl, or Command on a Mac.
public enum Modifier {
    SHIFT,
    SHORTCUT,
    ALT
}
