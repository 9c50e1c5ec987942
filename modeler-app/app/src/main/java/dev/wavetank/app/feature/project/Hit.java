package dev.wavetank.app.feature.project;

import java.nio.file.Path;

/// An element of the project that answers a question.
///
/// @param why what of it does, where its name does not show it
public record Hit(Path file, IndexedElement element, String why) {}
