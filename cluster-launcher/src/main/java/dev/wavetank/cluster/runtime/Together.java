package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the same to several things at the same time.
public final class Together {
    /// What is done to one of them.
    @FunctionalInterface
    public interface Action<T> {
        void on(T item) throws ClusterException;
    }

    private Together() {}

    /// Returns when all are done.
    ///
    /// @throws ClusterException the first failure, with the others suppressed in it
    public static <T> void each(List<T> items, String what, Action<T> action) throws ClusterException {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(what + "-", 0).factory())) {
            for (T item : items) {
                running.add(threads.submit(() -> {
                    action.on(item);
                    return null;
                }));
            }
        }
        List<ClusterException> failures = new ArrayList<>();
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failures.add(asClusterException(e.getCause() == null ? e : e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add(asClusterException(e));
            }
        }
        if (failures.isEmpty()) return;
        ClusterException first = failures.removeFirst();
        failures.forEach(first::addSuppressed);
        throw first;
    }

    private static ClusterException asClusterException(Throwable cause) {
        if (cause instanceof ClusterException expected) return expected;
        if (cause instanceof Error error) throw error;
        if (cause instanceof RuntimeException bug) throw bug;
        return new ClusterException(ClusterException.Code.RUNTIME_FAILED, "The action was interrupted.", cause);
    }
}
