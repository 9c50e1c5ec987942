package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.Experiment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long an experiment goes on: to its deadline, or until nothing has moved for a while.
final class Patience {
    private final Duration limit;
    private final Instant deadline;
    private final InstantSource clock;
    private Instant lastChange;
    private long lastLevel = -1;
    private boolean over;

    Patience(Experiment experiment, Instant begin, InstantSource clock) {
        this.limit = experiment.patience();
        this.deadline = begin.plus(experiment.deadline());
        this.clock = clock;
        this.lastChange = begin;
    }

    /// @param level changes whenever anything moved
    boolean lasts(long level) {
        Instant now = clock.instant();
        if (level != lastLevel) {
            lastLevel = level;
            lastChange = now;
        }
        over = now.isAfter(deadline) || Duration.between(lastChange, now).compareTo(limit) > 0;
        return !over;
    }

    boolean isOver() {
        return over;
    }
}
