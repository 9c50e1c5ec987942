package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Subscription;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waiting that ends at once when the experiment is cancelled.
final class Pause implements AutoCloseable {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Subscription subscription;

    Pause(CancelToken cancel) {
        this.subscription = cancel.onCancel(cancelled::countDown);
    }

    /// Waits; false means that waiting has no more sense.
    boolean of(Duration duration) {
        try {
            return duration.isNegative()
                    ? cancelled.getCount() > 0
                    : !cancelled.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
