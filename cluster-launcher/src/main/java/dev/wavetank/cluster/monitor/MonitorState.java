package dev.wavetank.cluster.monitor;

import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.engine.api.NodeStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// All that was seen of a cluster. Pure: a sighting makes a new state.
public final class MonitorState {
    private final Map<String, NodeSightings> nodes;

    private MonitorState(Map<String, NodeSightings> nodes) {
        this.nodes = Collections.unmodifiableMap(nodes);
    }

    /// Nothing was seen yet.
    public static MonitorState of(ClusterPlan plan) {
        Map<String, NodeSightings> nodes = new LinkedHashMap<>();
        plan.nodes().forEach(node -> nodes.put(node.id(), NodeSightings.none(node)));
        return new MonitorState(nodes);
    }

    /// The same sightings for the nodes of another plan; nothing was seen yet of those that are new.
    public MonitorState follow(ClusterPlan plan) {
        Map<String, NodeSightings> followed = new LinkedHashMap<>();
        plan.nodes().forEach(node -> followed.put(node.id(), nodes.getOrDefault(node.id(), NodeSightings.none(node))));
        return new MonitorState(followed);
    }

    /// The state after a sighting. What is said of nodes that are not in the plan is passed over.
    public MonitorState reduce(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Program seen -> change(seen.node(), node -> node.with(seen.observed()));
            case Sighting.Readiness answer -> change(answer.node(), node -> node.with(answer.ready(), answer.reason()));
            case Sighting.Use use -> change(use.node(), node -> node.with(use.usage(), use.at()));
            case Sighting.Registry registry -> {
                Map<String, NodeStatus> rows = registry.rows().stream()
                        .collect(Collectors.toMap(NodeStatus::id, Function.identity(), (first, second) -> second));
                yield changeAll(node ->
                        node.with(Optional.ofNullable(rows.get(node.plan().id()))));
            }
            case Sighting.RegistryLost lost -> changeAll(node -> node.with(Optional.empty()));
        };
    }

    public List<NodeState> nodes() {
        return nodes.values().stream().map(NodeSightings::state).toList();
    }

    private MonitorState change(String id, UnaryOperator<NodeSightings> change) {
        if (!nodes.containsKey(id)) return this;
        Map<String, NodeSightings> changed = new LinkedHashMap<>(nodes);
        changed.computeIfPresent(id, (key, node) -> change.apply(node));
        return new MonitorState(changed);
    }

    private MonitorState changeAll(UnaryOperator<NodeSightings> change) {
        Map<String, NodeSightings> changed = new LinkedHashMap<>(nodes);
        changed.replaceAll((id, node) -> change.apply(node));
        return new MonitorState(changed);
    }
}
