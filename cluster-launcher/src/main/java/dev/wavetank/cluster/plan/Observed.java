package dev.wavetank.cluster.plan;

import java.time.Instant;

/// What the runtime sees of one node's program.
///
/// @param connected   false if it is cut from the network
/// @param exitCode    of a program that ended, -1 where unknown
/// @param outOfMemory the kernel ended it for its memory limit
/// @param startedAt   when the program began to run the last time, [Instant#EPOCH] if never
public record Observed(Presence presence, boolean connected, int exitCode, boolean outOfMemory, Instant startedAt) {
    /// Nothing is there.
    public static final Observed ABSENT = new Observed(Presence.ABSENT, true, -1, false, Instant.EPOCH);

    /// Whether a program is there.
    public enum Presence {
        ABSENT,
        CREATED,
        RUNNING,
        PAUSED,
        EXITED
    }

    public boolean alive() {
        return presence == Presence.RUNNING || presence == Presence.PAUSED;
    }
}
