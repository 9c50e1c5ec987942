package dev.wavetank.cluster.api;

/// A job whose retries are used up: its instance stands still there until the job is retried.
///
/// @param elementId the step that failed
/// @param message   why, in the engine's words
public record DeadLetter(String id, String processInstanceId, String elementId, String message, String tenant) {}
