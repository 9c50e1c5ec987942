package dev.wavetank.engine.api;

/// How many executions stand at one BPMN element, and how many passed it: what the overlay on the diagram shows.
///
/// @param elementId the `id` of the flow element in the BPMN file
/// @param active    executions that are there now
/// @param completed times it was completed, from the history
/// @param failed    jobs of this element that wait for a retry or are dead letters
public record ElementCount(String elementId, long active, long completed, long failed) {}
