package dev.wavetank.cluster.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process told apart from a later one with the same number by its start time.
public record ProcessIdentity(long pid, Instant start) {
    /// Start times are computed from the time of boot, which moves a little when the clock is set.
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /// This program.
    public static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    /// The process, if it still runs.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::sameStart);
    }

    private boolean sameStart(ProcessHandle process) {
        Instant actual = process.info().startInstant().orElse(start);
        return Duration.between(start, actual).abs().compareTo(TOLERANCE) < 0;
    }
}
