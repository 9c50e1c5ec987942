package dev.wavetank.engine.api;

/// What the lease table says of a node. The lease table is the one truth for routing, takeover and the screen.
public enum LeaseState {
    /// Started, not yet serving.
    STARTING,
    /// Its lease is fresh: it serves.
    LIVE,
    /// It missed a heartbeat, but its lease has not run out.
    SUSPECT,
    /// Its lease ran out; the leader has raised its epoch and taken over its work.
    DEAD,
    /// It serves what it has and takes nothing new.
    DRAINING,
    /// It left in good order.
    LEFT
}
