package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.RuntimeStatus;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.client.Trust;
import dev.wavetank.cluster.plan.ClusterPlan;
import dev.wavetank.cluster.plan.FreePorts;
import dev.wavetank.cluster.plan.Planner;
import dev.wavetank.cluster.plan.Ports;
import dev.wavetank.cluster.reap.ClusterFolders;
import dev.wavetank.cluster.reap.Reaper;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.ClusterRecord;
import dev.wavetank.cluster.runtime.ClusterRuntime;
import dev.wavetank.cluster.runtime.Disk;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.ProcessIdentity;
import dev.wavetank.cluster.wait.HttpReadiness;
import dev.wavetank.cluster.wait.StepRunner;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Launches on this machine.
public final class LocalLauncher implements ClusterLauncher {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ClusterFolders folders;
    private final Map<RuntimeKind, ClusterRuntime> runtimes = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Reaper reaper;
    private final LiveClusters live = new LiveClusters();
    private final SecureRandom random = new SecureRandom();

    /// @param runtimes the preferred one first
    public LocalLauncher(ClusterFolders folders, List<ClusterRuntime> runtimes, InstantSource clock) {
        this.folders = folders;
        this.clock = clock;
        runtimes.forEach(runtime -> this.runtimes.put(runtime.kind(), runtime));
        this.reaper = new Reaper(folders, this.runtimes);
    }

    @Override
    public List<RuntimeStatus> runtimes() {
        return runtimes.values().stream().map(ClusterRuntime::status).toList();
    }

    @Override
    public void prepare(RuntimeKind kind, Progress progress, CancelToken cancel) throws ClusterException {
        available(kind).prepare(progress, cancel);
    }

    @Override
    public Cluster start(ClusterSpec spec, RuntimeKind kind, Progress progress, CancelToken cancel)
            throws ClusterException {
        ClusterRuntime runtime = available(kind);
        List<String> swept = reaper.sweep(Progress.NONE);
        swept.forEach(thing -> progress.report(0, "Removed: " + thing));
        runtime.prepare(progress.part(0, 0.5), cancel);
        cancel.check();
        ClusterPlan plan = plan(spec);
        ClusterFolder folder = ClusterFolder.create(
                folders.parent(), new ClusterRecord(plan, kind, clock.instant(), ProcessIdentity.current(), false));
        NodeHost host = runtime.open(folder);
        Removal removal = new Removal(folder, host);
        CancelToken inner = new CancelToken();
        Subscription hook = live.register(() -> {
            inner.cancel();
            removal.run();
        });
        try (var linked = cancel.onCancel(inner::cancel)) {
            HttpClient http = client(folder);
            HttpReadiness probe = new HttpReadiness(http);
            StepRunner runner = new StepRunner(host, probe, PATIENCE);
            runner.run(Planner.start(plan), progress.part(0.5, 1), inner);
            return RunningCluster.owned(
                    new RunningCluster.Parts(folder, runtime, host, runner, probe, http, clock, removal, hook));
        } catch (ClusterException | RuntimeException | Error e) {
            hook.close();
            removal.run();
            if (inner.isCancelled() && e instanceof ClusterException) inner.check();
            throw e;
        }
    }

    private static HttpClient client(ClusterFolder folder) throws ClusterException {
        try {
            return Trust.client(folder.certificate());
        } catch (IOException unreadable) {
            throw Disk.explain("The certificate of " + folder.id() + " cannot be read.", folder.path(), unreadable);
        }
    }

    private ClusterPlan plan(ClusterSpec spec) throws ClusterException {
        List<Integer> ports =
                new Ports(FreePorts::isFree, random).choose(spec.basePort(), ClusterPlan.portsNeeded(spec));
        String id = spec.name() + "-" + String.format("%06x", random.nextInt(1 << 24));
        return ClusterPlan.of(id, spec, ports);
    }

    @Override
    public List<ClusterInfo> list() {
        return folders.all().stream().map(this::info).toList();
    }

    private ClusterInfo info(ClusterFolder folder) {
        ClusterRecord record = folder.record();
        boolean owned = !record.detached() && record.owner().find().isPresent();
        return new ClusterInfo(
                folder.id(), record.plan().spec(), record.runtime(), record.startedAt(), reaper.stale(folder), owned);
    }

    @Override
    public Cluster attach(String id) throws ClusterException {
        Optional<ClusterFolder> found =
                folders.all().stream().filter(folder -> folder.id().equals(id)).findFirst();
        if (found.isEmpty() || reaper.stale(found.get())) {
            throw new ClusterException(
                    Code.CLUSTER_UNKNOWN, "There is no running cluster " + id + ". `wavetank status` lists what runs.");
        }
        ClusterFolder folder = found.get();
        ClusterRuntime runtime = available(folder.record().runtime());
        NodeHost host = runtime.open(folder);
        HttpClient http = client(folder);
        HttpReadiness probe = new HttpReadiness(http);
        return RunningCluster.attached(new RunningCluster.Parts(
                folder,
                runtime,
                host,
                new StepRunner(host, probe, PATIENCE),
                probe,
                http,
                clock,
                new Removal(folder, host),
                () -> {}));
    }

    @Override
    public List<String> sweep(Progress progress) throws ClusterException {
        return reaper.sweep(progress);
    }

    private ClusterRuntime available(RuntimeKind kind) throws ClusterException {
        ClusterRuntime runtime = runtimes.get(kind);
        RuntimeStatus status = runtime == null
                ? new RuntimeStatus(kind, false, "This build has no runtime " + kind + ".")
                : runtime.status();
        if (runtime == null || !status.available()) {
            throw new ClusterException(Code.RUNTIME_UNAVAILABLE, status.sentence());
        }
        return runtime;
    }
}
