package dev.wavetank.app.fake;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.ClusterState;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.Healing;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.Role;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.Subscription;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A cluster in memory: nodes change when the test says so, faults are remembered and heal.
public final class FakeCluster implements Cluster {
    /// What was asked of `scale`, `update` and `repair`.
    public final List<String> upkeep = new ArrayList<>();
    public final List<Fault> injected = new ArrayList<>();
    public final FakeGateway gateway = new FakeGateway();
    public boolean stopped;
    public boolean left;
    public boolean detached;
    private final ClusterSpec spec;
    private final List<NodeState> nodes = new CopyOnWriteArrayList<>();
    private final List<Consumer<ClusterEvent>> listeners = new CopyOnWriteArrayList<>();

    public FakeCluster(ClusterSpec spec) {
        this.spec = spec;
        nodes.add(node("database-1", Role.DATABASE, NodeCondition.READY, false));
        for (int i = 1; i <= spec.gateways(); i++) {
            nodes.add(node("gateway-" + i, Role.GATEWAY, NodeCondition.READY, i == 1));
        }
        for (int i = 1; i <= spec.engines(); i++) {
            nodes.add(node("engine-" + i, Role.ENGINE, NodeCondition.READY, false));
        }
    }

    private static NodeState node(String id, Role role, NodeCondition condition, boolean leader) {
        return new NodeState(
                id,
                role,
                condition,
                URI.create("http://127.0.0.1:1"),
                Optional.empty(),
                leader,
                1,
                0.25,
                180L << 20,
                0,
                role == Role.ENGINE ? 3 : -1,
                "");
    }

    public void become(String id, NodeCondition condition) {
        for (int i = 0; i < nodes.size(); i++) {
            NodeState before = nodes.get(i);
            if (before.id().equals(id)) {
                NodeState after = node(id, before.role(), condition, before.leader());
                nodes.set(i, after);
                emit(new ClusterEvent.NodeChanged(Instant.EPOCH, before, after));
            }
        }
    }

    public void emit(ClusterEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public String id() {
        return "tank-fake";
    }

    @Override
    public ClusterSpec spec() {
        return spec;
    }

    @Override
    public RuntimeKind runtime() {
        return RuntimeKind.PROCESS;
    }

    @Override
    public ClusterState state() {
        return stopped ? ClusterState.STOPPED : ClusterState.RUNNING;
    }

    @Override
    public List<NodeState> nodes() {
        return List.copyOf(nodes);
    }

    @Override
    public Subscription subscribe(Consumer<ClusterEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Gateway gateway() {
        return gateway;
    }

    @Override
    public List<URI> gatewayUris() {
        return List.of();
    }

    @Override
    public Path adminKeyFile() {
        return Path.of("none");
    }

    @Override
    public Optional<Path> certificateFile() {
        return Optional.empty();
    }

    @Override
    public Set<FaultKind> faults() {
        return EnumSet.of(FaultKind.KILL, FaultKind.PAUSE, FaultKind.RESTART);
    }

    @Override
    public void scale(int engines, Progress progress, CancelToken cancel) {
        upkeep.add("scale " + engines);
    }

    @Override
    public void update(List<String> nodes, Progress progress, CancelToken cancel) {
        upkeep.add("update " + nodes);
    }

    @Override
    public List<String> repair(List<String> nodes, Progress progress, CancelToken cancel) {
        upkeep.add("repair " + nodes);
        return List.of();
    }

    @Override
    public Healing inject(Fault fault) {
        injected.add(fault);
        fault.nodes().forEach(id -> become(id, NodeCondition.DEAD));
        return new Healing() {
            private boolean healed;

            @Override
            public Fault fault() {
                return fault;
            }

            @Override
            public String action() {
                return "Start " + fault.nodes().getFirst() + " again";
            }

            @Override
            public void heal() {
                healed = true;
                fault.nodes().forEach(id -> become(id, NodeCondition.READY));
            }

            @Override
            public boolean healed() {
                return healed;
            }
        };
    }

    @Override
    public Subscription logs(String node, boolean follow, Consumer<String> line) {
        line.accept("started " + node);
        return () -> {};
    }

    @Override
    public void detach() {
        detached = true;
    }

    @Override
    public void stop(Progress progress) {
        stopped = true;
    }

    @Override
    public void close() {
        left = true;
    }
}
