package dev.wavetank.cluster.api;

/// Whether a runtime can be used here, and why not.
///
/// @param sentence for a person: the version found, or what is missing and what to do about it
public record RuntimeStatus(RuntimeKind kind, boolean available, String sentence) {}
