package dev.wavetank.app.fake;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.RuntimeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// A launcher whose clusters exist in memory. `refuse` makes the next start fail.
public final class FakeLauncher implements ClusterLauncher {
    public final List<ClusterSpec> started = new ArrayList<>();
    public final List<ClusterInfo> present = new CopyOnWriteArrayList<>();
    /// Starts go on until they are cancelled.
    public volatile boolean hold;
    public Optional<ClusterException> refuse = Optional.empty();
    public final FakeTenantAdmin tenantAdmin = new FakeTenantAdmin();
    public FakeCluster cluster = new FakeCluster(ClusterSpec.DEFAULT);

    @Override
    public List<RuntimeStatus> runtimes() {
        return List.of(
                new RuntimeStatus(RuntimeKind.DOCKER, false, "No Docker engine answers."),
                new RuntimeStatus(RuntimeKind.PROCESS, true, "Java 25"));
    }

    @Override
    public void prepare(RuntimeKind runtime, Progress progress, CancelToken cancel) {}

    @Override
    public Cluster start(ClusterSpec spec, RuntimeKind runtime, Progress progress, CancelToken cancel)
            throws ClusterException {
        started.add(spec);
        progress.report(0.5, "Starting the database");
        while (hold) {
            progress.report(0.5, "Waiting for the database");
            cancel.check();
            LockSupport.parkNanos(10_000_000);
        }
        cancel.check();
        if (refuse.isPresent()) {
            throw refuse.get();
        }
        cluster = new FakeCluster(spec);
        return cluster;
    }

    @Override
    public List<ClusterInfo> list() {
        return List.copyOf(present);
    }

    @Override
    public Cluster attach(String id) throws ClusterException {
        if (present.stream().anyMatch(info -> info.id().equals(id))) {
            cluster = new FakeCluster(ClusterSpec.DEFAULT);
            cluster.gateway.tenantAdmin = tenantAdmin;
            return cluster;
        }
        throw new ClusterException(ClusterException.Code.CLUSTER_UNKNOWN, "There is no cluster " + id + ".");
    }

    @Override
    public List<String> sweep(Progress progress) {
        return List.of();
    }
}
