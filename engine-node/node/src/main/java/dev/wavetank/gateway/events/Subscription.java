package dev.wavetank.gateway.events;

import dev.wavetank.gateway.security.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One reader of the merged stream. Writers never wait for it: a reader that falls too far behind is cut off,
/// and comes back for fresh counts.
final class Subscription {
    private static final int BACKLOG = 8192;
    private static final StreamItem NOTHING = new StreamItem("", false, "", "");

    private final Caller caller;
    private final BlockingQueue<StreamItem> queue = new ArrayBlockingQueue<>(BACKLOG);
    private volatile boolean overrun;
    private final AtomicBoolean doubted = new AtomicBoolean();

    Subscription(Caller caller) {
        this.caller = caller;
    }

    void offer(StreamItem item) {
        if (item.isFor(caller) && !queue.offer(item)) {
            overrun = true;
        }
    }

    /// The next item, or nothing if none came in time or the reader's right is in doubt.
    Optional<StreamItem> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS))
                .filter(item -> !item.equals(NOTHING));
    }

    String tenant() {
        return caller.tenant();
    }

    /// Wakes the reader, which must show again that it may read.
    void doubt() {
        doubted.set(true);
        if (!queue.offer(NOTHING)) {
            overrun = true;
        }
    }

    /// Whether the reader's right was doubted since the last time this was asked.
    boolean wasDoubted() {
        return doubted.getAndSet(false);
    }

    boolean overrun() {
        return overrun;
    }
}
