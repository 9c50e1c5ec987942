package dev.wavetank.cluster.monitor;

import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands events to all listeners, in order, on one thread of its own.
public final class EventHub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private final List<Consumer<ClusterEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread;

    public EventHub(String cluster) {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("events-" + cluster).factory());
    }

    public Subscription subscribe(Consumer<ClusterEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(ClusterEvent event) {
        try {
            thread.execute(() -> listeners.forEach(listener -> deliver(listener, event)));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Nobody hears {} any more", event);
        }
    }

    private static void deliver(Consumer<ClusterEvent> listener, ClusterEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {}", event, e);
        }
    }

    /// Lets what was published be heard, then ends.
    @Override
    public void close() {
        thread.shutdown();
    }
}
