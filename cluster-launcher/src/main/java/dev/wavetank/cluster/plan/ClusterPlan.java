package dev.wavetank.cluster.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;

/// A cluster with its nodes and ports decided. It is written beside the cluster's secrets, so that another
/// program can attach to it.
///
/// @param id    unique on this machine
/// @param nodes in the order database, gateways, engines
public record ClusterPlan(String id, ClusterSpec spec, List<NodePlan> nodes) {
    public ClusterPlan {
        nodes = List.copyOf(nodes);
    }

    /// Lays out the nodes of a description on ports.
    ///
    /// @param ports as many as [#portsNeeded] says, in the order of the nodes; the database takes two
    public static ClusterPlan of(String id, ClusterSpec spec, List<Integer> ports) {
        PrimitiveIterator.OfInt next =
                ports.stream().mapToInt(Integer::intValue).iterator();
        List<NodePlan> nodes = new ArrayList<>();
        if (!spec.database().external()) {
            nodes.add(new NodePlan(
                    "database",
                    Role.DATABASE,
                    next.nextInt(),
                    next.nextInt(),
                    spec.sizes().database(),
                    false));
        }
        for (int i = 1; i <= spec.gateways(); i++) {
            nodes.add(new NodePlan(
                    "gateway-" + i,
                    Role.GATEWAY,
                    next.nextInt(),
                    0,
                    spec.sizes().gateway(),
                    spec.tls()));
        }
        for (int i = 1; i <= spec.engines(); i++) {
            nodes.add(new NodePlan(
                    "engine-" + i, Role.ENGINE, next.nextInt(), 0, spec.sizes().engine(), false));
        }
        return new ClusterPlan(id, spec, nodes);
    }

    /// The same cluster with another count of engines: the first ones stay as they are.
    ///
    /// @param ports one for each engine that is new
    public ClusterPlan withEngines(int count, List<Integer> ports) {
        List<NodePlan> scaled = new ArrayList<>(
                nodes.stream().filter(node -> node.role() != Role.ENGINE).toList());
        List<NodePlan> engines = engines();
        scaled.addAll(engines.subList(0, Math.min(count, engines.size())));
        for (int i = engines.size(); i < count; i++) {
            scaled.add(new NodePlan(
                    "engine-" + (i + 1),
                    Role.ENGINE,
                    ports.get(i - engines.size()),
                    0,
                    spec.sizes().engine(),
                    false));
        }
        return new ClusterPlan(id, spec.withEngines(count), scaled);
    }

    /// Gateways and engines.
    @JsonIgnore
    public List<NodePlan> members() {
        return nodes.stream().filter(node -> node.role() != Role.DATABASE).toList();
    }

    /// The named nodes, in the order of the plan's.
    ///
    /// @throws ClusterException with code `NODE_UNKNOWN`
    public List<NodePlan> nodes(List<String> ids) throws ClusterException {
        for (String id : ids) {
            if (nodes.stream().noneMatch(node -> node.id().equals(id))) throw unknown(id);
        }
        return nodes.stream().filter(node -> ids.contains(node.id())).toList();
    }

    @JsonIgnore
    public List<NodePlan> engines() {
        return nodes.stream().filter(node -> node.role() == Role.ENGINE).toList();
    }

    /// How many ports a description needs on this machine.
    public static int portsNeeded(ClusterSpec spec) {
        return spec.gateways() + spec.engines() + (spec.database().external() ? 0 : 2);
    }

    @JsonIgnore
    public Optional<NodePlan> database() {
        return nodes.stream().filter(node -> node.role() == Role.DATABASE).findFirst();
    }

    @JsonIgnore
    public List<URI> gatewayUris() {
        return nodes.stream()
                .filter(node -> node.role() == Role.GATEWAY)
                .map(NodePlan::http)
                .toList();
    }

    /// @throws ClusterException with code `NODE_UNKNOWN`
    public NodePlan node(String nodeId) throws ClusterException {
        return nodes.stream()
                .filter(node -> node.id().equals(nodeId))
                .findFirst()
                .orElseThrow(() -> unknown(nodeId));
    }

    private ClusterException unknown(String nodeId) {
        return new ClusterException(
                ClusterException.Code.NODE_UNKNOWN,
                "Cluster " + id + " has no node " + nodeId + "; it has "
                        + String.join(", ", nodes.stream().map(NodePlan::id).toList()) + ".");
    }
}
