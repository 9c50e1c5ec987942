package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The pause between two looks at something, ended at once by a cancel.
public final class Pause {
    private Pause() {}

    /// @throws ClusterException with code `CANCELLED`
    public static void of(Duration duration, CancelToken cancel) throws ClusterException {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (var waiting = cancel.onCancel(cancelled::countDown)) {
            boolean ended = cancelled.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            if (ended) cancel.check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(
                    ClusterException.Code.CANCELLED, "Interrupted; everything begun was removed.", e);
        }
    }
}
