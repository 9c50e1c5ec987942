package dev.wavetank.engine.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Polls for what another thread or process is about to make true.
public final class Eventually {
    private static final Duration POLL = Duration.ofMillis(20);

    private Eventually() {}

    /// @throws AssertionError with the given sentence if it does not come true in time
    public static void eventually(String expectation, Duration patience, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        Throwable last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new AssertionError("Not within " + patience + ": " + expectation, last);
    }
}
