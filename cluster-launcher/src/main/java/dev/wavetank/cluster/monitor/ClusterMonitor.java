package dev.wavetank.cluster.monitor;

import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.wait.ReadinessProbe;
import dev.wavetank.engine.api.NodeStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at a cluster once a second, and at once when the runtime says that something happened.
public final class ClusterMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterMonitor.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final ClusterPlan plan;
    private final NodeHost host;
    private final ReadinessProbe probe;
    private final Callable<List<NodeStatus>> registry;
    private final EventHub hub;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService looks;
    private final Subscription changes;
    private volatile boolean closed;
    private volatile MonitorState state;

    /// @param registry asks a gateway for the registry; may fail
    public ClusterMonitor(
            ClusterPlan plan,
            NodeHost host,
            ReadinessProbe probe,
            Callable<List<NodeStatus>> registry,
            EventHub hub,
            InstantSource clock) {
        this.plan = plan;
        this.host = host;
        this.probe = probe;
        this.registry = registry;
        this.hub = hub;
        this.clock = clock;
        this.state = MonitorState.of(plan);
        this.looks = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("look-" + plan.id() + "-", 0).factory());
        this.changes = host.changes(node -> wake.release());
    }

    /// Looks once, then goes on looking until closed.
    public void start() {
        look();
        Thread.ofVirtual().name("monitor-" + plan.id()).start(() -> {
            try {
                while (!closed) {
                    boolean woken = wake.tryAcquire(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
                    if (woken) wake.drainPermits();
                    if (!closed) look();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Looks again soon.
    public void wake() {
        wake.release();
    }

    public List<NodeState> nodes() {
        return state.nodes();
    }

    private void look() {
        Future<Sighting> registryLook = looks.submit(this::lookAtRegistry);
        List<Future<List<Sighting>>> nodeLooks = plan.nodes().stream()
                .map(node -> looks.submit(() -> lookAt(node)))
                .toList();
        MonitorState next = state;
        for (Future<List<Sighting>> look : nodeLooks) {
            for (Sighting sighting : result(look, List.<Sighting>of())) next = next.reduce(sighting);
        }
        next = next.reduce(result(registryLook, new Sighting.RegistryLost()));
        publishDifferences(next);
    }

    private List<Sighting> lookAt(NodePlan node) throws ClusterException {
        List<Sighting> sightings = new ArrayList<>();
        Observed seen = host.observe(node);
        sightings.add(new Sighting.Program(node.id(), seen));
        if (seen.presence() == Observed.Presence.RUNNING) {
            sightings.add(new Sighting.Use(node.id(), host.usage(node), clock.instant()));
            if (seen.connected()) {
                ReadinessProbe.Answer answer = probe.ask(node);
                sightings.add(new Sighting.Readiness(node.id(), answer.ready(), answer.reason()));
            }
        }
        return sightings;
    }

    private Sighting lookAtRegistry() {
        try {
            return new Sighting.Registry(registry.call());
        } catch (Exception unreachable) {
            return new Sighting.RegistryLost();
        }
    }

    private <T> T result(Future<T> look, T otherwise) {
        try {
            return look.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.debug("A look at cluster {} failed", plan.id(), e);
            return otherwise;
        }
    }

    private void publishDifferences(MonitorState next) {
        List<NodeState> before = state.nodes();
        List<NodeState> after = next.nodes();
        state = next;
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
        wake.release();
        looks.shutdownNow();
    }
}
