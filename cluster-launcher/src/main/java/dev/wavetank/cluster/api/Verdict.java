package dev.wavetank.cluster.api;

/// What a check found.
public enum Verdict {
    /// The promise was kept.
    PASS,
    /// The promise was broken.
    FAIL,
    /// A source was missing or nothing was there to judge by: never taken for a pass.
    UNKNOWN;

    /// The verdict on two promises together: broken if one is broken, kept only if both are.
    public Verdict and(Verdict other) {
        if (this == FAIL || other == FAIL) {
            return FAIL;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : PASS;
    }
}
