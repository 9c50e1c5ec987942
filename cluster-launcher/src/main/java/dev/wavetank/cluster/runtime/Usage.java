package dev.wavetank.cluster.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a program has used.
///
/// @param cpu    processor time since its start
/// @param memory resident bytes now
/// @param readAt when the figures were taken, by the clock of whoever took them; empty means just now
public record Usage(Duration cpu, long memory, Optional<Instant> readAt) {
    public static final Usage NONE = new Usage(Duration.ZERO, 0);

    public Usage(Duration cpu, long memory) {
        this(cpu, memory, Optional.empty());
    }
}
