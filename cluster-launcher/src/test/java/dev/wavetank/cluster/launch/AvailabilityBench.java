package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.Experiment;
import dev.wavetank.cluster.api.ExperimentFigures;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Prints what a SIGKILL of one of two engines costs, and what clients notice of a rolling update and of scaling.
///
/// Arguments: `docker` or `process`, the rounds, the instances of the SIGKILL run (started over twelve seconds).
public final class AvailabilityBench {
    private static final String KEY = "whole";
    private static final String TENANT = "bench";

    private AvailabilityBench() {}

    static void main(String[] arguments) throws Exception {
        RuntimeKind kind = RuntimeKind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int rounds = Integer.parseInt(arguments[1]);
        int instances = Integer.parseInt(arguments[2]);
        LauncherSettings settings = LauncherSettings.fromEnvironment();
        for (int round = 1; round <= rounds; round++) {
            sigkill(settings, kind, instances, round);
            upkeep(settings, kind);
        }
    }

    private static void sigkill(LauncherSettings settings, RuntimeKind kind, int instances, int seed) throws Exception {
        Experiment experiment = new Experiment(
                WholeCluster.file(),
                "whole.bpmn",
                KEY,
                ClusterSpec.DEFAULT.withName("bench"),
                kind,
                instances,
                Duration.ofSeconds(12),
                Optional.of("engine-1"),
                seed,
                Duration.ofSeconds(25),
                Duration.ofMinutes(10));
        ExperimentFigures figures = Clusters.lab(Clusters.launcher(settings), settings)
                .run(experiment, Progress.NONE, CancelToken.never())
                .figures();
        System.out.printf(
                Locale.ROOT,
                "sigkill: %d instances, lost %d, twice %d, noticed after %s, all under way moved after %s%n",
                instances,
                figures.lost(),
                figures.doubled() + figures.effectsTwice(),
                figures.detected().map(AvailabilityBench::seconds).orElse("?"),
                figures.fullProgress().map(AvailabilityBench::seconds).orElse("never"));
    }

    private static void upkeep(LauncherSettings settings, RuntimeKind kind) throws Exception {
        ClusterLauncher launcher = Clusters.launcher(settings);
        try (Cluster cluster =
                launcher.start(ClusterSpec.DEFAULT.withName("bench"), kind, Progress.NONE, CancelToken.never())) {
            WholeCluster.prepare(cluster.gateway(), TENANT);
            measure("rolling update", cluster, () -> cluster.update(List.of(), Progress.NONE, CancelToken.never()));
            measure("scale to 3", cluster, () -> cluster.scale(3, Progress.NONE, CancelToken.never()));
            measure("scale to 1", cluster, () -> cluster.scale(1, Progress.NONE, CancelToken.never()));
        }
    }

    /// What is done while clients work.
    private interface Change {
        void make() throws Exception;
    }

    private static void measure(String what, Cluster cluster, Change change) throws Exception {
        SteadyLoad load = new SteadyLoad(cluster.gateway(), KEY, TENANT);
        long begun = System.nanoTime();
        try (load) {
            change.make();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %s, %d calls, %d failed, the slowest %d ms%n",
                what,
                seconds(Duration.ofNanos(System.nanoTime() - begun)),
                load.calls(),
                load.failures().size(),
                load.slowest().toMillis());
        load.failures().forEach(System.out::println);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
