package dev.wavetank.engine.fencing;

/// What a node does when its lease is lost, and when it has a new one.
public interface FencingListener {
    /// The epoch has passed: stop taking work, drop what is queued.
    void fenced(long staleEpoch);

    /// The node has joined anew under a higher epoch and may work again.
    void joined(long epoch);

    /// The node was asked to drain, by the gateway's administrator: take nothing new, finish what runs.
    default void draining() {}
}
