package dev.wavetank.cluster.process;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.FaultKind;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.RuntimeStatus;
import dev.wavetank.cluster.runtime.AotCache;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.ClusterRuntime;
import dev.wavetank.cluster.runtime.NodeHost;
import dev.wavetank.cluster.runtime.NodeProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Nodes as local Java processes, on the JDK that runs this program.
public final class ProcessRuntime implements ClusterRuntime {
    private final LauncherSettings settings;
    private final Path clusters;
    private final AotCache caches;

    /// @param clusters the folder that holds the clusters' folders
    public ProcessRuntime(LauncherSettings settings, Path clusters) {
        this.settings = settings;
        this.clusters = clusters;
        this.caches = new AotCache(settings.cache().resolve("aot"));
    }

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.PROCESS;
    }

    @Override
    public RuntimeStatus status() {
        if (!Files.isExecutable(java())) {
            return new RuntimeStatus(
                    RuntimeKind.PROCESS, false, "There is no Java program at " + java() + ": run with a whole JDK 25.");
        }
        return new RuntimeStatus(RuntimeKind.PROCESS, true, "Local processes on Java " + Runtime.version());
    }

    @Override
    public Set<FaultKind> faults() {
        return Signals.available()
                ? Set.of(FaultKind.KILL, FaultKind.PAUSE, FaultKind.RESTART, FaultKind.STOP)
                : Set.of(FaultKind.KILL, FaultKind.RESTART);
    }

    @Override
    public void prepare(Progress progress, CancelToken cancel) throws ClusterException {
        NodeProgram program = NodeProgram.find(settings);
        Optional<Path> ignored = caches.make(settings.javaHome(), program, progress, cancel);
        progress.report(1, ignored.isPresent() ? "The node program is prepared" : "The node program is found");
    }

    @Override
    public NodeHost open(ClusterFolder folder) throws ClusterException {
        NodeProgram program = NodeProgram.find(settings);
        return new ProcessHost(
                folder, new ProcessLaunch(settings.javaHome(), program, caches.find(settings.javaHome(), program)));
    }

    @Override
    public List<String> removeUnknown(Set<String> known) {
        List<String> removed = new ArrayList<>();
        for (Path folder : MarkedProcesses.folders(clusters)) {
            if (known.contains(folder.getFileName().toString())) continue;
            List<String> left = MarkedProcesses.end(folder);
            removed.add("Processes of the cluster " + folder.getFileName() + " that has no folder any more");
            removed.addAll(left);
        }
        return removed;
    }

    private Path java() {
        return settings.javaHome().resolve("bin").resolve("java");
    }
}
