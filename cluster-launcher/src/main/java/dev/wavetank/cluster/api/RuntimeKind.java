package dev.wavetank.cluster.api;

/// Where the nodes run.
public enum RuntimeKind {
    /// Containers of a Docker engine on this machine.
    DOCKER,
    /// Local Java processes: needs nothing but the JDK.
    PROCESS
}
