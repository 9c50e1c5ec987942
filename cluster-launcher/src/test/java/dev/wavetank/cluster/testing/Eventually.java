package dev.wavetank.cluster.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition instead of sleeping.
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    public static void hold(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
