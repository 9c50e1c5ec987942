package dev.wavetank.app.feature.cluster;

import java.time.Instant;

/// One line of the event feed.
public record FeedEntry(Instant at, Tone tone, String sentence) {
    /// How a line is to be read at a glance.
    public enum Tone {
        PLAIN,
        GOOD,
        BAD
    }
}
