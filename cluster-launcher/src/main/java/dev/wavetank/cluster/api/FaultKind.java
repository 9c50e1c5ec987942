package dev.wavetank.cluster.api;

/// The kinds of [Fault], so that a client can ask which ones a runtime can do.
public enum FaultKind {
    KILL,
    PAUSE,
    DISCONNECT,
    RESTART,
    STOP
}
