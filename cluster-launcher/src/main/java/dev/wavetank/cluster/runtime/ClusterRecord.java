package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.plan.ClusterPlan;
import java.time.Instant;

/// What is written down of a cluster, so that other programs can find, join and sweep it.
///
/// @param owner    the program that started it
/// @param detached it outlives its owner
public record ClusterRecord(
        ClusterPlan plan, RuntimeKind runtime, Instant startedAt, ProcessIdentity owner, boolean detached) {
    public ClusterRecord with(ClusterPlan other) {
        return new ClusterRecord(other, runtime, startedAt, owner, detached);
    }

    public ClusterRecord asDetached() {
        return new ClusterRecord(plan, runtime, startedAt, owner, true);
    }
}
