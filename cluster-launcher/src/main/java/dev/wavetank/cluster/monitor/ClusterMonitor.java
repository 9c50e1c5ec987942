package dev.wavetank.cluster.monitor;

import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Role;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.Together;
import dev.wavetank.cluster.wait.ReadinessProbe;
import dev.wavetank.engine.api.NodeStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at each node and at the registry once a second, and at a node at once when the runtime says that
/// something happened to it. Every node has its own thread: one that does not answer must not hold up the
/// picture of the others.
public final class ClusterMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMonitor.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final String REGISTRY = "registry";

    private final Supplier<ClusterPlan> plans;
    private volatile ClusterPlan plan;
    private final NodeHost host;
    private final ReadinessProbe probe;
    private final Callable<List<NodeStatus>> registry;
    private final EventHub hub;
    private final InstantSource clock;
    private final Map<String, Semaphore> wakers = new ConcurrentHashMap<>();
    private final Subscription changes;
    private volatile boolean closed;
    private volatile MonitorState state;

    /// @param plans    the plan as it is now, asked once a second
    /// @param registry asks a gateway for the registry; may fail
    public ClusterMonitor(
            Supplier<ClusterPlan> plans,
            NodeHost host,
            ReadinessProbe probe,
            Callable<List<NodeStatus>> registry,
            EventHub hub,
            InstantSource clock) {
        this.plans = plans;
        this.plan = plans.get();
        this.host = host;
        this.probe = probe;
        this.registry = registry;
        this.hub = hub;
        this.clock = clock;
        this.state = MonitorState.of(plan);
        this.changes = host.changes(this::wake);
    }

    /// Looks at everything once, then goes on looking until closed.
    public void start() throws ClusterException {
        Together.each(plan.nodes(), "first-look", this::lookAt);
        if (nodes().stream().anyMatch(node -> node.role() == Role.GATEWAY && node.condition() == NodeCondition.READY)) {
            lookAtRegistry();
        }
        plan.nodes().forEach(this::watch);
        repeat(REGISTRY, () -> {
            follow();
            lookAtRegistry();
        });
    }

    private void watch(NodePlan node) {
        repeat(node.id(), () -> lookAt(node));
    }

    /// Watches the nodes that the cluster has now.
    public synchronized void follow() {
        ClusterPlan now = plans.get();
        if (closed || now.equals(plan)) return;
        List<NodePlan> before = plan.nodes();
        plan = now;
        state = state.follow(now);
        hub.publish(new ClusterEvent.NodesChanged(clock.instant(), state.nodes()));
        now.nodes().stream().filter(node -> !before.contains(node)).forEach(this::watch);
        before.stream().filter(node -> !now.nodes().contains(node)).forEach(node -> {
            Semaphore waker = wakers.remove(node.id());
            if (waker != null) waker.release();
        });
    }

    public List<NodeState> nodes() {
        return state.nodes();
    }

    /// Looks at everything again soon.
    public void wake() {
        wakers.values().forEach(Semaphore::release);
    }

    private void wake(String node) {
        Semaphore waker = wakers.get(node);
        if (waker != null) waker.release();
    }

    /// One look at something.
    @FunctionalInterface
    private interface Look {
        void take() throws ClusterException;
    }

    private void repeat(String what, Look look) {
        Semaphore waker = wakers.computeIfAbsent(what, key -> new Semaphore(0));
        Thread.ofVirtual().name("monitor-" + plan.id() + "-" + what).start(() -> {
            try {
                while (!closed && wakers.get(what) == waker) {
                    boolean woken = waker.tryAcquire(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
                    if (woken) waker.drainPermits();
                    if (!closed && wakers.get(what) == waker) take(what, look);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void take(String what, Look look) {
        try {
            look.take();
        } catch (ClusterException | RuntimeException e) {
            LOG.debug("A look at {} of cluster {} failed", what, plan.id(), e);
        }
    }

    private void lookAt(NodePlan node) throws ClusterException {
        Observed seen = host.observe(node);
        saw(new Sighting.Program(node.id(), seen));
        if (seen.presence() != Observed.Presence.RUNNING) return;
        saw(new Sighting.Use(node.id(), host.usage(node), clock.instant()));
        if (!seen.connected()) return;
        ReadinessProbe.Answer answer = probe.ask(node);
        saw(new Sighting.Readiness(node.id(), answer.ready(), answer.reason()));
    }

    private void lookAtRegistry() {
        try {
            saw(new Sighting.Registry(registry.call()));
        } catch (Exception unreachable) {
            saw(new Sighting.RegistryLost());
        }
    }

    private synchronized void saw(Sighting sighting) {
        if (closed) return;
        List<NodeState> before = state.nodes();
        state = state.reduce(sighting);
        List<NodeState> after = state.nodes();
        for (int i = 0; i < after.size(); i++) {
            if (!after.get(i).equals(before.get(i))) {
                hub.publish(new ClusterEvent.NodeChanged(clock.instant(), before.get(i), after.get(i)));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        changes.close();
        wake();
    }
}
