package dev.wavetank.core.interaction;

/// A line that shows with what a dragged shape is aligned.
///
/// @param vertical true for a line at that x, false for one at that y
public record SnapGuide(boolean vertical, double coordinate) {}
