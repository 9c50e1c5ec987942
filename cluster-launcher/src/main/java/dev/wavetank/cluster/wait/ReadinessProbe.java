package dev.wavetank.cluster.wait;

import dev.wavetank.cluster.plan.NodePlan;

/// Asks a node once whether it is ready.
@FunctionalInterface
public interface ReadinessProbe {
    Answer ask(NodePlan node);

    /// @param reason what the node said or why it could not be asked; for a person
    record Answer(boolean ready, String reason) {}
}
