package dev.wavetank.cluster.api;

import java.util.ArrayList;
import java.util.List;

/// Asks a running action to give up and to clean up behind itself. Safe to use from any thread.
public final class CancelToken {
    private final Object lock = new Object();
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile boolean cancelled;

    /// A token that nobody cancels.
    public static CancelToken never() {
        return new CancelToken();
    }

    /// Cancels; calling it again does nothing.
    public void cancel() {
        List<Runnable> toRun;
        synchronized (lock) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(listeners);
            listeners.clear();
        }
        toRun.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// Ends the current action if cancelled.
    ///
    /// @throws ClusterException with code `CANCELLED`
    public void check() throws ClusterException {
        if (cancelled) {
            throw new ClusterException(ClusterException.Code.CANCELLED, "Cancelled; everything begun was removed.");
        }
    }

    /// Runs `action` once when cancelled, at once if that has happened already. Closing the subscription
    /// forgets it.
    public Subscription onCancel(Runnable action) {
        synchronized (lock) {
            if (!cancelled) {
                listeners.add(action);
                return () -> {
                    synchronized (lock) {
                        listeners.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }
}
