package dev.wavetank.cluster.api;

import dev.wavetank.engine.api.EngineEvent;

/// Hears the events of the engines, on one thread.
@FunctionalInterface
public interface EngineEventListener {
    void event(EngineEvent event);

    /// The stream broke or skipped something: ask for what is needed again.
    default void interrupted(String sentence) {}

    /// The stream flows again, perhaps from another gateway.
    default void restored() {}
}
