package dev.wavetank.cluster.api;

import java.time.Instant;
import java.util.Optional;

/// One step of an instance.
///
/// @param endTime empty while it is there
public record HistoricActivity(
        String id,
        String processInstanceId,
        String activityId,
        String activityType,
        Instant startTime,
        Optional<Instant> endTime) {}
