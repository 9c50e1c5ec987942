package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.ClusterState;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.Healing;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.RuntimeStatus;
import dev.wavetank.cluster.api.Subscription;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A cluster in memory, and the launcher that starts only this one.
final class FakeCluster implements Cluster, ClusterLauncher {
    private final FakeGateway gateway;
    private int stops;

    FakeCluster(FakeGateway gateway) {
        this.gateway = gateway;
    }

    int stops() {
        return stops;
    }

    @Override
    public Cluster start(ClusterSpec spec, RuntimeKind runtime, Progress progress, CancelToken cancel) {
        return this;
    }

    @Override
    public Gateway gateway() {
        return gateway;
    }

    @Override
    public void scale(int engines, Progress progress, CancelToken cancel) {
        throw new UnsupportedOperationException("no experiment scales");
    }

    @Override
    public void update(List<String> nodes, Progress progress, CancelToken cancel) {
        throw new UnsupportedOperationException("no experiment updates");
    }

    @Override
    public List<String> repair(List<String> nodes, Progress progress, CancelToken cancel) {
        throw new UnsupportedOperationException("no experiment repairs");
    }

    @Override
    public Healing inject(Fault fault) {
        gateway.kill();
        return new Healing() {
            @Override
            public Fault fault() {
                return fault;
            }

            @Override
            public String action() {
                return "";
            }

            @Override
            public void heal() {}

            @Override
            public boolean healed() {
                return false;
            }
        };
    }

    @Override
    public void stop(Progress progress) {
        stops++;
    }

    @Override
    public void close() {
        stops++;
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public ClusterSpec spec() {
        return ClusterSpec.DEFAULT;
    }

    @Override
    public RuntimeKind runtime() {
        return RuntimeKind.PROCESS;
    }

    @Override
    public ClusterState state() {
        return ClusterState.RUNNING;
    }

    @Override
    public List<NodeState> nodes() {
        return List.of();
    }

    @Override
    public Subscription subscribe(Consumer<ClusterEvent> listener) {
        return () -> {};
    }

    @Override
    public List<URI> gatewayUris() {
        return List.of();
    }

    @Override
    public Path adminKeyFile() {
        return Path.of("key");
    }

    @Override
    public Optional<Path> certificateFile() {
        return Optional.empty();
    }

    @Override
    public Set<FaultKind> faults() {
        return Set.of(FaultKind.KILL);
    }

    @Override
    public Subscription logs(String node, boolean follow, Consumer<String> line) {
        return () -> {};
    }

    @Override
    public void detach() {}

    @Override
    public List<RuntimeStatus> runtimes() {
        return List.of();
    }

    @Override
    public void prepare(RuntimeKind runtime, Progress progress, CancelToken cancel) {}

    @Override
    public List<ClusterInfo> list() {
        return List.of();
    }

    @Override
    public Cluster attach(String id) {
        return this;
    }

    @Override
    public List<String> sweep(Progress progress) {
        return List.of();
    }
}
