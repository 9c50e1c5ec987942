package dev.wavetank.core.paint;

/// Which point of a line of text its x names.
public enum Align {
    LEFT,
    CENTER,
    RIGHT
}
