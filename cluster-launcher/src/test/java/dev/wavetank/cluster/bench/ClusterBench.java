package dev.wavetank.cluster.bench;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.Healing;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;

/// Measures the launcher with the real node program and prints a table: how long preparing takes, a whole
/// cluster of two gateways, two engines and a database, the return of a killed engine, and the stop.
///
/// Run by `cluster-launcher/bench/run`. Arguments: the runtime (`docker` or `process`), then the number of
/// rounds.
public final class ClusterBench {
    private ClusterBench() {}

    public static void main(String[] args) throws Exception {
        RuntimeKind runtime = RuntimeKind.valueOf(args[0].toUpperCase(java.util.Locale.ROOT));
        int rounds = Integer.parseInt(args[1]);
        ClusterLauncher launcher = Clusters.launcher(LauncherSettings.fromEnvironment());
        long begin = System.nanoTime();
        launcher.prepare(runtime, (fraction, sentence) -> System.out.println("  " + sentence), CancelToken.never());
        System.out.printf("prepare: %.1f s%n", seconds(begin));
        for (int round = 1; round <= rounds; round++) {
            round(launcher, runtime, round);
        }
    }

    private static void round(ClusterLauncher launcher, RuntimeKind runtime, int round) throws Exception {
        long begin = System.nanoTime();
        Instant started = Instant.now();
        Cluster cluster = launcher.start(
                ClusterSpec.DEFAULT.withName("bench"),
                runtime,
                (fraction, sentence) -> System.out.printf("  %5.1f s  %s%n", seconds(begin), sentence),
                CancelToken.never());
        try (cluster) {
            System.out.printf("round %d: cluster ready: %.1f s%n", round, seconds(begin));
            printProcessorTimes(runtime, cluster.id(), started);
            Eventually.hold(
                    "figures of every node", () -> cluster.nodes().stream().allMatch(n -> n.memory() > 0));
            for (NodeState node : cluster.nodes()) {
                System.out.printf("  %-10s %4d MB resident%n", node.id(), node.memory() / 1_000_000);
            }
            LongSummaryStatistics memory =
                    cluster.nodes().stream().mapToLong(NodeState::memory).summaryStatistics();
            System.out.printf("round %d: all nodes: %d MB%n", round, memory.getSum() / 1_000_000);

            long kill = System.nanoTime();
            Healing healing = cluster.inject(new Fault.Kill("engine-1"));
            System.out.printf("round %d: killed: %.2f s%n", round, seconds(kill));
            long heal = System.nanoTime();
            healing.heal();
            System.out.printf("round %d: killed engine ready again: %.2f s after its start%n", round, seconds(heal));
            Eventually.hold(
                    "engine-1 is ready",
                    () -> cluster.node("engine-1").orElseThrow().condition() == NodeCondition.READY);

            long restart = System.nanoTime();
            cluster.inject(new Fault.Restart("engine-2")).heal();
            System.out.printf("round %d: graceful restart of an engine: %.2f s%n", round, seconds(restart));
            System.out.println("  "
                    + Arrays.asList(cluster.nodes().stream()
                            .map(node -> node.id() + " " + node.condition() + " epoch " + node.epoch()
                                    + (node.leader() ? " leader" : ""))
                            .toArray()));
            long stop = System.nanoTime();
            cluster.stop(Progress.NONE);
            System.out.printf("round %d: stopped: %.1f s%n", round, seconds(stop));
        }
    }

    /// Processor time is the figure that holds on a busy machine. A container's processes are this
    /// machine's too.
    private static void printProcessorTimes(RuntimeKind runtime, String cluster, Instant since) {
        ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().startInstant().orElse(Instant.EPOCH).isAfter(since.minusMillis(20)))
                .filter(process -> arguments(process).contains("dev.wavetank.engine.Main"))
                .filter(process -> runtime == RuntimeKind.DOCKER
                        ? inContainer(process)
                        : arguments(process).stream().anyMatch(argument -> argument.endsWith("/" + cluster)))
                .forEach(process -> System.out.printf(
                        "  %-10s %.1f s of processor time until now%n",
                        arguments(process).getLast(),
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0));
    }

    /// Not from the process handle, which cuts long command lines off.
    private static List<String> arguments(ProcessHandle process) {
        try {
            return List.of(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static boolean inContainer(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cgroup"))
                    .contains("docker");
        } catch (IOException gone) {
            return false;
        }
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }
}
