package dev.wavetank.cluster.api;

import java.time.Instant;
import java.util.Optional;

/// A process instance as the engine answers it.
///
/// @param businessKey empty if it has none
public record ProcessInstance(
        String id,
        String businessKey,
        String processDefinitionId,
        String tenant,
        boolean suspended,
        boolean ended,
        Optional<Instant> startTime) {}
