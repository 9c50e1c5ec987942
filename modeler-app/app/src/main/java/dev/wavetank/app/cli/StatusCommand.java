package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show the clusters of this machine and their nodes.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    StatusCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        List<ClusterInfo> clusters = access.launcher().list();
        if (clusters.isEmpty()) {
            terminal.out().println("No cluster is running. Start one with: wavetank up");
        }
        for (ClusterInfo info : clusters) {
            if (info.stale()) {
                terminal.out()
                        .println(info.id()
                                + "  left behind by a program that ended. Remove it with: wavetank down --all");
            } else {
                try (Cluster cluster = access.launcher().attach(info.id())) {
                    NodeTable.print(cluster, terminal);
                }
            }
        }
        return ExitCode.OK;
    }
}
