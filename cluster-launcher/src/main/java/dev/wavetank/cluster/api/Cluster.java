package dev.wavetank.cluster.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A running cluster. Safe to use from any thread; every call has a deadline.
public interface Cluster extends AutoCloseable {
    String id();

    ClusterSpec spec();

    RuntimeKind runtime();

    ClusterState state();

    /// All nodes as last seen, in the order database, gateways, engines. Never blocks.
    List<NodeState> nodes();

    default Optional<NodeState> node(String id) {
        return nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /// Hears every event from now on, one after the other, on a thread of the cluster. A slow listener loses
    /// nothing but falls behind.
    Subscription subscribe(Consumer<ClusterEvent> listener);

    /// The client of the cluster's gateways, with the administrator's key. Goes on with another gateway when
    /// one is lost.
    Gateway gateway();

    /// Where the gateways are reached from this machine.
    List<URI> gatewayUris();

    /// The file that holds the administrator's key, readable by the owner alone.
    Path adminKeyFile();

    /// The faults that this runtime can inject.
    Set<FaultKind> faults();

    /// Does harm to the nodes and returns the way back. Returns when the harm is done, not when it is felt.
    ///
    /// @throws ClusterException with code `NODE_UNKNOWN`, `FAULT_NOT_SUPPORTED` or `RUNTIME_FAILED`
    Healing inject(Fault fault) throws ClusterException;

    /// The log of a node, line by line from its beginning.
    ///
    /// @param follow true goes on with new lines until the subscription is closed; false returns when all lines
    /// that are there were heard
    Subscription logs(String node, boolean follow, Consumer<String> line) throws ClusterException;

    /// Lets the cluster live on when this program ends, until someone stops it.
    void detach() throws ClusterException;

    /// Stops all nodes and removes everything. Always goes through to the end.
    ///
    /// @throws ClusterException if something could not be removed; the sentence says what
    void stop(Progress progress) throws ClusterException;

    /// Stops a cluster that this program owns; lets go of one that it attached to or detached.
    @Override
    void close() throws ClusterException;
}
