package dev.wavetank.app.feature.search;

import dev.wavetank.core.bpmn.ElementId;

/// An element that was found.
///
/// @param name its label, or its id where it has none
/// @param type its BPMN type
public record Match(ElementId element, String name, String type) {}
