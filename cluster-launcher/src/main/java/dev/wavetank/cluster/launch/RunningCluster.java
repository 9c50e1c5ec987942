package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.ClusterState;
import dev.wavetank.cluster.api.EngineEventListener;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.Healing;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.client.HttpGateway;
import dev.wavetank.cluster.fault.FaultInjector;
import dev.wavetank.cluster.monitor.ClusterMonitor;
import dev.wavetank.cluster.monitor.EventHub;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.ClusterRuntime;
import dev.wavetank.cluster.runtime.Disk;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.wait.ReadinessProbe;
import dev.wavetank.cluster.wait.StepRunner;
import dev.wavetank.engine.api.EngineEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A cluster that runs, started by this program or joined.
final class RunningCluster implements Cluster {
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// What a running cluster is made of.
    ///
    /// @param hook keeps the cluster from outliving this program, until closed
    record Parts(
            ClusterFolder folder,
            ClusterRuntime runtime,
            NodeHost host,
            StepRunner runner,
            ReadinessProbe probe,
            HttpClient http,
            InstantSource clock,
            Removal removal,
            Subscription hook) {}

    private final Parts parts;
    private final Gateway gateway;
    private final EventHub hub;
    private final ClusterMonitor monitor;
    private final FaultInjector injector;
    private final Upkeep upkeep;
    private volatile ClusterState state = ClusterState.RUNNING;
    private final AtomicReference<@Nullable Subscription> engineEvents = new AtomicReference<>();
    private volatile boolean owned;

    private RunningCluster(Parts parts, boolean owned) throws ClusterException {
        this.parts = parts;
        this.owned = owned;
        ClusterFolder folder = parts.folder();
        this.gateway = new HttpGateway(parts.http(), folder.record().plan().gatewayUris(), adminKey(folder));
        this.hub = new EventHub(folder.id());
        this.monitor =
                new ClusterMonitor(folder::plan, parts.host(), parts.probe(), gateway::nodes, hub, parts.clock());
        this.injector = new FaultInjector(
                folder::plan,
                parts.host(),
                parts.runtime().faults(),
                parts.runner(),
                this::publishFault,
                parts.clock());
        this.upkeep = new Upkeep(folder, parts.runtime(), parts.host(), parts.runner(), monitor::follow);
    }

    static RunningCluster owned(Parts parts) throws ClusterException {
        return new RunningCluster(parts, true).watched();
    }

    static RunningCluster attached(Parts parts) throws ClusterException {
        return new RunningCluster(parts, false).watched();
    }

    private ClusterPlan plan() {
        return parts.folder().record().plan();
    }

    private RunningCluster watched() throws ClusterException {
        monitor.start();
        return this;
    }

    private static String adminKey(ClusterFolder folder) throws ClusterException {
        try {
            return Files.readString(folder.secretFile("admin")).strip();
        } catch (IOException e) {
            throw Disk.explain("The administrator's key of " + folder.id() + " cannot be read.", folder.path(), e);
        }
    }

    @Override
    public String id() {
        return parts.folder().id();
    }

    @Override
    public ClusterSpec spec() {
        return plan().spec();
    }

    @Override
    public RuntimeKind runtime() {
        return parts.folder().record().runtime();
    }

    @Override
    public ClusterState state() {
        return state;
    }

    @Override
    public List<NodeState> nodes() {
        return monitor.nodes();
    }

    @Override
    public Subscription subscribe(Consumer<ClusterEvent> listener) {
        Subscription subscription = hub.subscribe(listener);
        hearEngines();
        return subscription;
    }

    /// The engines' events are read from the first subscription on: who only looks at the nodes needs no
    /// stream.
    private synchronized void hearEngines() {
        if (engineEvents.get() != null || state != ClusterState.RUNNING) return;
        engineEvents.set(gateway.events(new EngineEventListener() {
            @Override
            public void event(EngineEvent event) {
                hub.publish(new ClusterEvent.EngineHappened(parts.clock().instant(), event));
            }

            @Override
            public void interrupted(String sentence) {
                hub.publish(new ClusterEvent.StreamInterrupted(parts.clock().instant(), sentence));
            }

            @Override
            public void restored() {
                hub.publish(new ClusterEvent.StreamRestored(parts.clock().instant()));
            }
        }));
    }

    @Override
    public Gateway gateway() {
        return gateway;
    }

    @Override
    public List<URI> gatewayUris() {
        return plan().gatewayUris();
    }

    @Override
    public Path adminKeyFile() {
        return parts.folder().secretFile("admin");
    }

    @Override
    public Optional<Path> certificateFile() {
        return parts.folder().certificate();
    }

    @Override
    public Set<FaultKind> faults() {
        return parts.runtime().faults();
    }

    @Override
    public Healing inject(Fault fault) throws ClusterException {
        return injector.inject(fault);
    }

    @Override
    public void scale(int engines, Progress progress, CancelToken cancel) throws ClusterException {
        upkeep.scale(engines, progress, cancel);
    }

    @Override
    public void update(List<String> nodes, Progress progress, CancelToken cancel) throws ClusterException {
        upkeep.update(nodes, progress, cancel);
    }

    @Override
    public List<String> repair(List<String> nodes, Progress progress, CancelToken cancel) throws ClusterException {
        return upkeep.repair(nodes, progress, cancel);
    }

    private void publishFault(ClusterEvent event) {
        hub.publish(event);
        monitor.wake();
    }

    @Override
    public Subscription logs(String node, boolean follow, Consumer<String> line) throws ClusterException {
        return parts.host().log(parts.folder().plan().node(node), follow, line);
    }

    @Override
    public void detach() throws ClusterException {
        parts.folder().detach();
        parts.hook().close();
        owned = false;
    }

    @Override
    public void stop(Progress progress) throws ClusterException {
        if (!beginStop()) return;
        progress.report(0, "Stopping " + id());
        changed();
        stopWatching();
        List<String> left = parts.removal().remove(GRACE);
        parts.hook().close();
        state = ClusterState.STOPPED;
        changed();
        hub.close();
        if (!left.isEmpty()) {
            throw new ClusterException(
                    Code.RUNTIME_FAILED,
                    "Not all of " + id() + " could be removed: " + String.join(" ", left)
                            + " The next start tries again.");
        }
        progress.report(1, id() + " is stopped; nothing of it is left");
    }

    private synchronized boolean beginStop() {
        if (state != ClusterState.RUNNING) return false;
        state = ClusterState.STOPPING;
        return true;
    }

    private void changed() {
        hub.publish(new ClusterEvent.StateChanged(parts.clock().instant(), state));
    }

    private synchronized void stopWatching() {
        monitor.close();
        Subscription stream = engineEvents.getAndSet(null);
        if (stream != null) stream.close();
    }

    @Override
    public void close() throws ClusterException {
        if (owned) {
            stop(Progress.NONE);
        } else if (state == ClusterState.RUNNING) {
            stopWatching();
            hub.close();
            parts.host().close();
        }
    }
}
