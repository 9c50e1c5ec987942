package dev.wavetank.gateway.tenant;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Remembers for a while, and not without bound.
final class Memory<T> {
    private record Remembered<T>(T value, long since) {}

    private final long nanos;
    private final int most;
    private final Map<String, Remembered<T>> values = new ConcurrentHashMap<>();

    Memory(Duration time, int most) {
        this.nanos = time.toNanos();
        this.most = most;
    }

    Optional<T> get(String name) {
        Remembered<T> known = values.get(name);
        return known == null || isOld(known) ? Optional.empty() : Optional.of(known.value());
    }

    /// Whether it was remembered, be it too long ago.
    boolean knew(String name) {
        return values.containsKey(name);
    }

    /// Makes room when it is full: first of what is old, then of everything.
    void put(String name, T value) {
        if (values.size() >= most) {
            values.values().removeIf(this::isOld);
            if (values.size() >= most) values.clear();
        }
        values.put(name, new Remembered<>(value, System.nanoTime()));
    }

    void remove(String name) {
        values.remove(name);
    }

    void removeIf(Predicate<T> unwanted) {
        values.values().removeIf(remembered -> unwanted.test(remembered.value()));
    }

    void clear() {
        values.clear();
    }

    private boolean isOld(Remembered<T> remembered) {
        return System.nanoTime() - remembered.since() >= nanos;
    }
}
