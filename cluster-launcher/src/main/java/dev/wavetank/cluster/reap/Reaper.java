package dev.wavetank.cluster.reap;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.plan.NodePlan;
import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.ClusterRecord;
import dev.wavetank.cluster.runtime.ClusterRuntime;
import dev.wavetank.cluster.runtime.Disk;
import dev.wavetank.cluster.runtime.NodeHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes stale clusters.
///
/// A cluster is stale when the program that owns it has ended, or when it was given free and nothing of it runs
/// any more. What carries our mark but has no folder at all is stale too.
public final class Reaper {
    private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);

    private final ClusterFolders folders;
    private final Map<RuntimeKind, ClusterRuntime> runtimes;

    public Reaper(ClusterFolders folders, Map<RuntimeKind, ClusterRuntime> runtimes) {
        this.folders = folders;
        this.runtimes = Map.copyOf(runtimes);
    }

    public boolean stale(ClusterFolder folder) {
        ClusterRecord record = folder.record();
        if (!record.detached()) return record.owner().find().isEmpty();
        ClusterRuntime runtime = runtimes.get(record.runtime());
        if (runtime == null || !runtime.status().available()) return false;
        try (NodeHost host = runtime.open(folder)) {
            for (NodePlan node : record.plan().nodes()) {
                if (host.observe(node).alive()) return false;
            }
            return true;
        } catch (ClusterException unknown) {
            LOG.warn("Cluster {} cannot be looked at", folder.id(), unknown);
            return false;
        }
    }

    /// @return a sentence for each thing removed
    public List<String> sweep(Progress progress) throws ClusterException {
        List<String> removed = new ArrayList<>();
        for (ClusterFolder folder : folders.all()) {
            if (!stale(folder)) continue;
            progress.report(0, "Removing the stale cluster " + folder.id());
            removed.add(remove(folder));
        }
        for (Path folder : folders.halfMade()) {
            LOG.info("Removing the half-made folder {}", folder);
            deleteFolder(folder);
            removed.add("The half-made folder " + folder.getFileName());
        }
        Set<String> known = Set.copyOf(folders.names());
        for (ClusterRuntime runtime : runtimes.values()) {
            if (runtime.status().available()) removed.addAll(runtime.removeUnknown(known));
        }
        progress.report(
                1, removed.isEmpty() ? "Nothing stale was found" : "Removed " + removed.size() + " stale things");
        return removed;
    }

    /// A cluster whose runtime is not available keeps its folder: what is left of it could not be found
    /// without.
    private String remove(ClusterFolder folder) throws ClusterException {
        ClusterRuntime runtime = runtimes.get(folder.record().runtime());
        if (runtime == null || !runtime.status().available()) {
            return "The cluster " + folder.id() + " must wait until its runtime is there again.";
        }
        try (NodeHost host = runtime.open(folder)) {
            List<String> left = host.remove(Duration.ZERO);
            if (!left.isEmpty()) return "The cluster " + folder.id() + " not wholly: " + String.join(" ", left);
        }
        try {
            folder.delete();
        } catch (IOException e) {
            throw Disk.explain(
                    "The folder of the stale cluster " + folder.id() + " cannot be removed.", folder.path(), e);
        }
        return "The stale cluster " + folder.id();
    }

    private static void deleteFolder(Path folder) throws ClusterException {
        try {
            ClusterFolder.deleteTree(folder);
        } catch (IOException e) {
            throw Disk.explain("The folder " + folder + " cannot be removed.", folder, e);
        }
    }
}
