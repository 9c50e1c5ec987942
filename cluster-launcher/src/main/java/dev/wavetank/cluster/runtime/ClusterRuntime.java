package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.RuntimeStatus;
import java.util.List;
import java.util.Set;

/// A place where nodes can run. One contract test holds for all of them.
public interface ClusterRuntime {
    RuntimeKind kind();

    /// Whether it can be used now. Answers within a few seconds.
    RuntimeStatus status();

    Set<FaultKind> faults();

    /// Does what need be done once per machine and version of the node program.
    void prepare(Progress progress, CancelToken cancel) throws ClusterException;

    /// The nodes of one cluster, whether they exist already or not. Starts nothing.
    NodeHost open(ClusterFolder folder) throws ClusterException;

    /// Removes objects that carry this user's mark but belong to no cluster that has a folder.
    ///
    /// @param known the ids of the clusters that have one
    /// @return a sentence for each thing removed
    List<String> removeUnknown(Set<String> known) throws ClusterException;
}
