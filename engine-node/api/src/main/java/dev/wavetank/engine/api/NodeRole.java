package dev.wavetank.engine.api;

/// What a node of the cluster does.
public enum NodeRole {
    /// Runs process instances.
    ENGINE,
    /// Authenticates, balances and watches; one of the gateways leads.
    GATEWAY
}
