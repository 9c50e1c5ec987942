package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The programs of one cluster's nodes. Every call returns within seconds or fails; all may be called from
/// any thread.
public interface NodeHost extends AutoCloseable {
    /// Makes what the nodes stand on.
    void layGround() throws ClusterException;

    /// Runs the schema step to its end.
    void migrate(CancelToken cancel) throws ClusterException;

    /// Starts the node's program, again if it ran before. Does not wait until it is ready.
    void start(NodePlan node) throws ClusterException;

    /// Ends the program without a goodbye.
    void kill(NodePlan node) throws ClusterException;

    void freeze(NodePlan node) throws ClusterException;

    void thaw(NodePlan node) throws ClusterException;

    void disconnect(NodePlan node) throws ClusterException;

    void connect(NodePlan node) throws ClusterException;

    /// Asks the program to leave, and ends it after the grace period.
    void stop(NodePlan node, Duration grace) throws ClusterException;

    /// Removes what is left of a program that ended; the next start makes it afresh, as the program is then.
    void discard(NodePlan node) throws ClusterException;

    Observed observe(NodePlan node) throws ClusterException;

    /// What the program has used so far; [Usage#NONE] if it does not run.
    Usage usage(NodePlan node);

    /// See `Cluster.logs`.
    Subscription log(NodePlan node, boolean follow, Consumer<String> line) throws ClusterException;

    /// Hears the id of a node whenever its program began, ended or was touched from outside.
    Subscription changes(Consumer<String> node);

    /// Ends everything and removes it. Goes through to the end whatever fails; no node can be started
    /// afterwards.
    ///
    /// @param grace how long nodes have to leave in good order; zero ends them at once
    /// @return a sentence for each thing that could not be removed
    List<String> remove(Duration grace);

    /// Lets go of the cluster without touching it.
    @Override
    void close();
}
