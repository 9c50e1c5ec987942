package dev.wavetank.cluster.api;

/// Where a cluster is in its life.
public enum ClusterState {
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED
}
