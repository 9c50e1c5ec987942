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

    /// The certificate that the gateways show, as PEM, if they speak TLS. The launcher's own clients trust it.
    Optional<Path> certificateFile();

    /// The faults that this runtime can inject.
    Set<FaultKind> faults();

    /// Does harm to the nodes and returns the way back. Returns when the harm is done, not when it is felt.
    ///
    /// @throws ClusterException with code `NODE_UNKNOWN`, `FAULT_NOT_SUPPORTED` or `RUNTIME_FAILED`
    Healing inject(Fault fault) throws ClusterException;

    /// Makes the cluster have so many engines while it works. New ones take their share as soon as they are ready;
    /// those with the highest numbers drain and leave. Returns when all is done.
    ///
    /// @throws ClusterException with code `SPEC_INVALID` for a count that cannot be
    void scale(int engines, Progress progress, CancelToken cancel) throws ClusterException;

    /// Brings nodes up to date one after the other while the cluster works: each drains, leaves, and comes back with
    /// the node program as it is now, before the next one is touched. No call fails as long as another gateway and
    /// another engine are there.
    ///
    /// @param nodes gateways and engines; empty for all of them, the schema's new steps first
    /// @throws ClusterException with code `NODE_UNKNOWN`, or if a node does not come back: then the others are left
    /// as they are
    void update(List<String> nodes, Progress progress, CancelToken cancel) throws ClusterException;

    /// Starts what has died or was stopped, thaws what is frozen, connects what is cut off.
    ///
    /// @param nodes empty for all
    /// @return what had to be done, a sentence for each step; empty if all was well
    List<String> repair(List<String> nodes, Progress progress, CancelToken cancel) throws ClusterException;

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
