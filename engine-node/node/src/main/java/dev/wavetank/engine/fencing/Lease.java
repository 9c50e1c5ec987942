package dev.wavetank.engine.fencing;

import java.time.Duration;

/// This node's place in the cluster, as its engine sees it: an epoch, the guard that defends it, and the news of
/// losing and regaining it.
///
/// Life: [#join] blocks until the node has an epoch, and frees the job locks an earlier life of the same node left
/// behind; heartbeats follow; [#serve] says that it is ready; [#drain] tells the gateways to send nothing new;
/// [#leave] gives the lease back.
public interface Lease extends EpochSource, FencingGuard {
    /// Takes an epoch and begins the heartbeat. The listener hears of every later loss and return, on the lease's
    /// own thread; not of this first joining.
    void join(FencingListener listener) throws InterruptedException;

    /// Says that the node is ready for calls.
    void serve();

    /// Whether the lease is fresh: what readiness asks.
    boolean valid();

    /// Says that the node serves what it has and takes nothing new.
    void drain();

    /// Stops the heartbeat and gives the lease back; never throws, the lease runs out by itself otherwise.
    void leave(Duration patience);
}
