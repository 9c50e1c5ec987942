package dev.wavetank.cluster.api;

/// What the runtime and the node's own readiness say of a node.
public enum NodeCondition {
    /// Planned or created, its program does not run yet.
    CREATED,
    /// Its program runs and is not ready yet.
    STARTING,
    /// It serves.
    READY,
    /// It runs and does not answer as it should.
    UNREADY,
    /// Frozen by a fault.
    PAUSED,
    /// Cut from the network by a fault.
    DISCONNECTED,
    /// It gives its work back before it leaves.
    DRAINING,
    /// It left in good order.
    STOPPED,
    /// Its program ended with an error or was killed.
    DEAD;

    /// Whether the node's program exists as a process, frozen or not.
    public boolean running() {
        return switch (this) {
            case STARTING, READY, UNREADY, PAUSED, DISCONNECTED, DRAINING -> true;
            case CREATED, STOPPED, DEAD -> false;
        };
    }
}
