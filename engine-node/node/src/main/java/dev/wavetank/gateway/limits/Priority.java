package dev.wavetank.gateway.limits;

/// How much a call matters when the gateway has too much: each class may fill its share of the places, so that
/// under load bulk gives way first, then questions, then new work; what completes work goes in last of all.
public enum Priority {
    /// Lists of history, deployments, imports: nobody waits for them this second.
    BULK(50),
    /// Questions: whoever asked can ask again.
    QUERY(75),
    /// New instances and other changes.
    START(90),
    /// Work that someone has done: completed tasks and external jobs, messages that instances wait for.
    COMPLETE(100);

    private final int percent;

    Priority(int percent) {
        this.percent = percent;
    }

    /// The places out of this many that calls of this class and the classes below may take.
    int share(int places) {
        return places * percent / 100;
    }
}
