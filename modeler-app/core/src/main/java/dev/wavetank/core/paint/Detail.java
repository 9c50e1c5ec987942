package dev.wavetank.core.paint;

/// How much of a glyph is painted.
public enum Detail {
    FULL,
    /// Outlines with square corners, without icons, and with their names: what the eye follows in a picture that lasts
    /// for one frame.
    PLAIN,
    /// The same with bars in place of names.
    COARSE
}
