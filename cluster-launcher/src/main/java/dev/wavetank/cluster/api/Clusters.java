package dev.wavetank.cluster.api;

import dev.wavetank.cluster.docker.DockerRuntime;
import dev.wavetank.cluster.lab.Lab;
import dev.wavetank.cluster.launch.LocalLauncher;
import dev.wavetank.cluster.process.ProcessRuntime;
import dev.wavetank.cluster.reap.ClusterFolders;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The composition root of this module: the one class here that knows the classes behind the interfaces.
public final class Clusters {
    private Clusters() {}

    /// A launcher with these settings. A program needs one.
    public static ClusterLauncher launcher(LauncherSettings settings) {
        Path parent = settings.state().resolve("clusters");
        InstantSource clock = InstantSource.system();
        return new LocalLauncher(
                new ClusterFolders(parent, clock),
                List.of(new DockerRuntime(settings, parent), new ProcessRuntime(settings, parent)),
                clock);
    }

    /// Experiments on clusters of that launcher; their records go below the state folder.
    public static ExperimentRunner lab(ClusterLauncher launcher, LauncherSettings settings) {
        return new Lab(launcher, settings.state().resolve("experiments"), InstantSource.system());
    }
}
