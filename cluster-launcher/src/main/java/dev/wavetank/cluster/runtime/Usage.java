package dev.wavetank.cluster.runtime;

import java.time.Duration;

/// What a program has used.
///
/// @param cpu    processor time since its start
/// @param memory resident bytes now
public record Usage(Duration cpu, long memory) {
    public static final Usage NONE = new Usage(Duration.ZERO, 0);
}
