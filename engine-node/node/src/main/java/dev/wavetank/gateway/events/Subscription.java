package dev.wavetank.gateway.events;

import dev.wavetank.gateway.security.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// One reader of the merged stream. Writers never wait for it: a reader that falls too far behind is cut off,
/// and comes back for fresh counts.
final class Subscription {
    private static final int BACKLOG = 8192;

    private final Caller caller;
    private final BlockingQueue<StreamItem> queue = new ArrayBlockingQueue<>(BACKLOG);
    private volatile boolean overrun;

    Subscription(Caller caller) {
        this.caller = caller;
    }

    void offer(StreamItem item) {
        if (item.isFor(caller) && !queue.offer(item)) {
            overrun = true;
        }
    }

    /// The next item, or nothing if none came in time.
    Optional<StreamItem> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    boolean overrun() {
        return overrun;
    }
}
