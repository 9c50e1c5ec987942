package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "scale",
        description = "Give the running cluster more or fewer engines while it works.",
        footer = {
            "",
            "Engines that go finish what they do and give the rest back; no call fails.",
            "",
            "Example:",
            "  wavetank scale 4"
        })
final class ScaleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "N", description = "How many engines there are to be, 1 to 20.")
    private int engines;

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    ScaleCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        try (Cluster cluster = access.attach()) {
            try (ProgressLine progress = new ProgressLine(terminal, InstantSource.system())) {
                cluster.scale(engines, progress, CancelToken.never());
            }
            NodeTable.print(cluster, terminal);
        }
        return ExitCode.OK;
    }
}
