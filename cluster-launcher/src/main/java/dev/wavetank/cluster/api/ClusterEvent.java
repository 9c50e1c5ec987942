package dev.wavetank.cluster.api;

import dev.wavetank.engine.api.EngineEvent;
import java.time.Instant;
import java.util.List;

/// One fact of a cluster's life, in the order in which it was seen.
public sealed interface ClusterEvent {
    Instant at();

    /// The cluster as a whole went on.
    record StateChanged(Instant at, ClusterState state) implements ClusterEvent {}

    /// A node is different now; `previous` is what it was. Figures alone (CPU, memory) count as a difference.
    record NodeChanged(Instant at, NodeState previous, NodeState node) implements ClusterEvent {}

    /// The cluster has other nodes now: it was scaled.
    record NodesChanged(Instant at, List<NodeState> nodes) implements ClusterEvent {
        public NodesChanged {
            nodes = List.copyOf(nodes);
        }
    }

    /// A fault was done on purpose.
    record FaultInjected(Instant at, Fault fault) implements ClusterEvent {}

    /// A fault was taken back.
    record FaultHealed(Instant at, Fault fault) implements ClusterEvent {}

    /// Something happened in an engine or in the membership.
    record EngineHappened(Instant at, EngineEvent event) implements ClusterEvent {}

    /// Engine events may have been missed (a gateway was lost, a stream broke): ask for counts again.
    record StreamInterrupted(Instant at, String sentence) implements ClusterEvent {}

    /// Engine events flow again.
    record StreamRestored(Instant at) implements ClusterEvent {}
}
