package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterLauncher;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which cluster a command is about: the one named, or the only one there is.
final class ClusterAccess {
    @Option(
            names = "--cluster",
            paramLabel = "ID",
            description = "Which cluster; not needed as long as there is only one.")
    private @Nullable String id;

    private final Supplier<ClusterLauncher> launcher;

    /// @param launcher asked for only when needed, since looking for Docker takes a moment
    ClusterAccess(Supplier<ClusterLauncher> launcher) {
        this.launcher = launcher;
    }

    ClusterLauncher launcher() {
        return launcher.get();
    }

    /// Joins the cluster; closing it lets it run on.
    Cluster attach() throws ClusterException {
        return launcher.get().attach(id == null ? onlyOne() : id);
    }

    private String onlyOne() {
        List<ClusterInfo> living = living();
        return switch (living.size()) {
            case 0 -> throw new Problem("No cluster is running. Start one with: wavetank up");
            case 1 -> living.getFirst().id();
            default ->
                throw new Problem("Several clusters are running; choose one with --cluster: "
                        + living.stream().map(ClusterInfo::id).collect(Collectors.joining(", ")));
        };
    }

    List<ClusterInfo> living() {
        return launcher.get().list().stream().filter(info -> !info.stale()).toList();
    }
}
