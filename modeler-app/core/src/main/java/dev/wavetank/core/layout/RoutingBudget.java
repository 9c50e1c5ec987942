package dev.wavetank.core.layout;

/// How much searching the flows of one container may cost together. Counted in steps, so that the same file gets
/// the same drawing on every machine. Real models use a small part of it; where nearly everything is connected
/// with everything the search would take minutes and still end in a tangle.
final class RoutingBudget {
    /// Fifty times what the largest of the test models takes; enough for a thousand tasks in one container.
    private static final long STEPS = 60_000_000;

    private long left = STEPS;

    void spend(long steps) {
        left -= steps;
    }

    boolean isSpent() {
        return left <= 0;
    }
}
