package dev.wavetank.engine.membership;

import java.time.Duration;

/// How long a lease lasts and how often it is renewed.
///
/// @param heartbeat between two renewals
/// @param lease     three missed beats: after that the node is dead
/// @param suspicion after this silence the node gets no new calls, but keeps its work if its process is there
/// @param leader    the leader's own lease, shorter, so that a dead leader delays a takeover little
public record LeaseTerms(Duration heartbeat, Duration lease, Duration suspicion, Duration leader) {
    public static final LeaseTerms DEFAULT = new LeaseTerms(
            Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMillis(1700), Duration.ofMillis(2500));

    public LeaseTerms {
        if (heartbeat.multipliedBy(2).compareTo(lease) > 0) {
            throw new IllegalArgumentException("A lease must last at least two heartbeats");
        }
    }
}
