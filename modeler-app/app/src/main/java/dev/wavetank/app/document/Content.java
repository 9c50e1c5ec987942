package dev.wavetank.app.document;

import dev.wavetank.core.bpmn.Diagram;

/// What came out of a file.
///
/// @param asRead the file itself
/// @param shown  the same, or with an automatic layout where the file says nothing about how it is drawn
record Content(Diagram asRead, Diagram shown) {}
