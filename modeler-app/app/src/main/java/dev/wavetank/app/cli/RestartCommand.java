package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restart",
        description = "Restart nodes of the running cluster one after the other, in good order and while it works.",
        footer = {
            "",
            "Each node comes back with the node program as it is now: this is how a cluster is brought up to date."
                    + " No call fails as long as another gateway and another engine are there.",
            "",
            "Examples:",
            "  wavetank restart --rolling",
            "  wavetank restart engine-1 engine-2"
        })
final class RestartCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NODE", description = "Gateways and engines, for example engine-1.")
    private List<String> nodes = List.of();

    @Option(names = "--rolling", description = "All gateways and engines; new steps of the schema are done first.")
    private boolean all;

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    RestartCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        if (nodes.isEmpty() != all) {
            throw new Problem("Name the nodes to restart, or all of them with --rolling.");
        }
        try (Cluster cluster = access.attach()) {
            try (ProgressLine progress = new ProgressLine(terminal, InstantSource.system())) {
                cluster.update(nodes, progress, CancelToken.never());
            }
            NodeTable.print(cluster, terminal);
        }
        return ExitCode.OK;
    }
}
