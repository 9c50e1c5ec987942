package dev.wavetank.cluster.testing;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.RuntimeKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A program that starts a cluster and waits to be ended from outside. Prints `running` when the cluster is
/// ready.
///
/// Arguments: state folder, cache folder, node library, runtime, the cluster's name.
public final class LauncherProgram {
    private LauncherProgram() {}

    public static void main(String[] args) throws Exception {
        LauncherSettings settings = new LauncherSettings(
                Path.of(args[0]),
                Path.of(args[1]),
                Optional.of(Path.of(args[2])),
                Optional.empty(),
                Path.of(System.getProperty("java.home")));
        ClusterSpec spec = ClusterSpec.DEFAULT.withName(args[4]).withGateways(1).withEngines(1);
        Cluster cluster = Clusters.launcher(settings)
                .start(
                        spec,
                        RuntimeKind.valueOf(args[3]),
                        (fraction, sentence) -> System.out.println(sentence),
                        CancelToken.never());
        System.out.println("running " + cluster.id());
        boolean ended = new CountDownLatch(1).await(10, TimeUnit.MINUTES);
        System.out.println("ended " + ended);
    }

    /// Starts this program as a process of its own.
    public static Process start(LauncherSettings settings, RuntimeKind runtime, String name, Path output)
            throws java.io.IOException {
        return new ProcessBuilder(List.of(
                        settings.javaHome().resolve("bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LauncherProgram.class.getName(),
                        settings.state().toString(),
                        settings.cache().toString(),
                        settings.nodeLibrary().orElseThrow().toString(),
                        runtime.name(),
                        name))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
