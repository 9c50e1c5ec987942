package dev.wavetank.cluster.api;

import java.time.Instant;
import java.util.Optional;

/// A process instance as the history keeps it.
///
/// @param endTime      empty while it runs
/// @param deleteReason empty unless it was deleted
public record HistoricInstance(
        String id,
        String businessKey,
        String processDefinitionId,
        String tenant,
        Instant startTime,
        Optional<Instant> endTime,
        String deleteReason) {
    public boolean ended() {
        return endTime.isPresent();
    }
}
