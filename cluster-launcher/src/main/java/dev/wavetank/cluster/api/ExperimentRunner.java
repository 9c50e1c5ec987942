package dev.wavetank.cluster.api;

/// Puts questions to clusters.
public interface ExperimentRunner {
    /// Starts the cluster, deploys, loads, kills, waits, checks and removes the cluster again.
    ///
    /// @throws ClusterException if there is nothing to report on: the cluster did not start, the process was
    ///     refused, or the experiment was cancelled; nothing of the cluster is left then
    ExperimentReport run(Experiment experiment, Progress progress, CancelToken cancel) throws ClusterException;
}
