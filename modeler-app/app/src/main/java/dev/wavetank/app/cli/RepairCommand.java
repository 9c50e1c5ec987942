package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "repair",
        description = "Start again what has died, thaw what is frozen, connect what is cut off.",
        footer = {"", "Examples:", "  wavetank repair", "  wavetank repair engine-1"})
final class RepairCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NODE", description = "Which nodes; none looks at all.")
    private List<String> nodes = List.of();

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    RepairCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        try (Cluster cluster = access.attach()) {
            List<String> done;
            try (ProgressLine progress = new ProgressLine(terminal, InstantSource.system())) {
                done = cluster.repair(nodes, progress, CancelToken.never());
            }
            if (done.isEmpty()) terminal.out().println("There is nothing to repair.");
            NodeTable.print(cluster, terminal);
        }
        return ExitCode.OK;
    }
}
