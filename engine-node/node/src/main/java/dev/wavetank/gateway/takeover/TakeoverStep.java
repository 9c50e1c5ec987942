package dev.wavetank.gateway.takeover;

/// How far a takeover has come; each step may be done again, so a new leader goes on where the last one stopped.
public enum TakeoverStep {
    /// The node is dead and its epoch raised: nothing of it can be committed any more.
    DECLARED,
    /// Its database sessions are closed: its row locks are gone.
    SESSIONS_CLOSED,
    /// Its jobs and instances are free: the survivors find them.
    DONE,
    /// Takeover is switched off: the dead node's work stays locked.
    SKIPPED
}
