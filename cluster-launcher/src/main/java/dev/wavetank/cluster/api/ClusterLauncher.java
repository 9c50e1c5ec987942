package dev.wavetank.cluster.api;

import java.util.List;

/// Starts clusters on this machine and finds those that are there.
public interface ClusterLauncher {
    /// Every runtime with whether it can be used here, the preferred one first. Asks the Docker engine, with a
    /// short deadline.
    List<RuntimeStatus> runtimes();

    /// The first available runtime: Docker if an engine answers, else local processes.
    default RuntimeKind preferred() {
        return runtimes().stream()
                .filter(RuntimeStatus::available)
                .findFirst()
                .map(RuntimeStatus::kind)
                .orElse(RuntimeKind.PROCESS);
    }

    /// Does what need be done once per machine and version (the node image, the ahead-of-time cache), so that
    /// `start` is quick. `start` does it too.
    void prepare(RuntimeKind runtime, Progress progress, CancelToken cancel) throws ClusterException;

    /// Starts a cluster and returns when all its nodes are ready. Stale clusters are swept first. The cluster
    /// belongs to this program: it is stopped when the program ends, however it ends, unless [Cluster#detach]
    /// gave it free.
    ///
    /// @throws ClusterException and then nothing of the cluster is left
    Cluster start(ClusterSpec spec, RuntimeKind runtime, Progress progress, CancelToken cancel) throws ClusterException;

    /// The clusters of this machine and user, newest first.
    List<ClusterInfo> list();

    /// Joins a cluster that is running, to watch and steer it. Closing it lets it run on.
    ///
    /// @throws ClusterException with code `CLUSTER_UNKNOWN`
    Cluster attach(String id) throws ClusterException;

    /// Removes whatever ended programs left: processes, containers, networks, volumes, directories.
    ///
    /// @return a sentence for each thing removed
    List<String> sweep(Progress progress) throws ClusterException;
}
