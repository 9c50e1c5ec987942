package dev.wavetank.cluster.monitor;

import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.runtime.Usage;
import dev.wavetank.engine.api.NodeStatus;
import java.time.Instant;
import java.util.List;

/// One look at something of the cluster.
public sealed interface Sighting {
    /// The runtime was asked for a node's program.
    record Program(String node, Observed observed) implements Sighting {}

    /// A node was asked whether it is ready.
    record Readiness(String node, boolean ready, String reason) implements Sighting {}

    /// A node's use of the machine was read.
    record Use(String node, Usage usage, Instant at) implements Sighting {}

    /// A gateway told the registry.
    record Registry(List<NodeStatus> rows) implements Sighting {
        public Registry {
            rows = List.copyOf(rows);
        }
    }

    /// No gateway told the registry: what it said before is no longer known to be true.
    record RegistryLost() implements Sighting {}
}
