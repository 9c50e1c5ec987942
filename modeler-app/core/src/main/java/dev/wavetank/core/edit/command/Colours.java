package dev.wavetank.core.edit.command;

/// A pair of colours that an element is drawn in, each as the file has it, such as `#bbdefb`.
///
/// @param fill of the paper; connections have none
/// @param stroke of the border, the line and the name
public record Colours(String fill, String stroke) {}
