package dev.wavetank.engine.api;

import java.time.Instant;

/// Who wrote the beginning or the end of an activity into the engine's history.
///
/// @param node  the node whose transaction it was
/// @param epoch the node's epoch when that transaction began
/// @param at    by the node's clock, before the commit
/// @param end   the activity's end; its beginning otherwise
public record StepWrite(
        String processInstanceId, String activityId, String node, long epoch, Instant at, boolean end) {}
