package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.Experiment;
import dev.wavetank.cluster.api.ExperimentReport;
import dev.wavetank.cluster.api.ExperimentRunner;
import dev.wavetank.cluster.api.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Runs experiments, each on a cluster of its own that is removed afterwards.
public final class Lab implements ExperimentRunner {
    /// The share of the whole progress that starting the cluster takes.
    private static final double STARTED = 0.3;

    private static final double STOPPING = 0.95;

    private final ClusterLauncher launcher;
    private final Path records;
    private final InstantSource clock;

    /// @param records the folder in which each experiment gets a folder for what its report is made from
    public Lab(ClusterLauncher launcher, Path records, InstantSource clock) {
        this.launcher = launcher;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public ExperimentReport run(Experiment experiment, Progress progress, CancelToken cancel) throws ClusterException {
        Path folder = folder(experiment);
        Cluster cluster = launcher.start(experiment.cluster(), experiment.runtime(), progress.part(0, STARTED), cancel);
        ExperimentReport report;
        try (Pause pause = new Pause(cancel);
                ClientLedger ledger = new ClientLedger(folder.resolve("client-ledger.tsv"), clock)) {
            ExperimentRun run = new ExperimentRun(experiment, cluster, ledger, pause, clock, folder);
            report = run.run(progress.part(STARTED, STOPPING), cancel);
        } catch (IOException e) {
            throw new ClusterException(
                    ClusterException.Code.RUNTIME_FAILED, "The experiment's records cannot be written to " + folder, e);
        } finally {
            cluster.stop(progress.part(STOPPING, 1));
        }
        return report;
    }

    private Path folder(Experiment experiment) throws ClusterException {
        String name = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
                        .withZone(ZoneId.systemDefault())
                        .format(clock.instant())
                + "-" + experiment.processKey();
        try {
            return Files.createDirectories(records.resolve(name));
        } catch (IOException e) {
            throw new ClusterException(
                    ClusterException.Code.DISK_FULL,
                    "The folder " + records + " for the experiment's records cannot be made.",
                    e);
        }
    }
}
