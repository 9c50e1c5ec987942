package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Stop a cluster and remove everything of it.")
final class DownCommand implements Callable<Integer> {
    @Option(names = "--all", description = "Stop all clusters, and remove what ended programs left behind.")
    private boolean all;

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    DownCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        try (ProgressLine progress = new ProgressLine(terminal, InstantSource.system())) {
            if (all) {
                List<ClusterInfo> living = access.living();
                for (ClusterInfo info : living) {
                    stop(access.launcher().attach(info.id()), progress);
                }
                List<String> removed = access.launcher().sweep(progress);
                removed.forEach(terminal.out()::println);
                if (living.isEmpty() && removed.isEmpty()) {
                    terminal.out().println("There was nothing to stop or remove.");
                }
            } else {
                stop(access.attach(), progress);
            }
        }
        return ExitCode.OK;
    }

    private void stop(Cluster cluster, ProgressLine progress) throws ClusterException {
        cluster.stop(progress);
        progress.close();
        terminal.out().println("Stopped and removed " + cluster.id() + ".");
    }
}
