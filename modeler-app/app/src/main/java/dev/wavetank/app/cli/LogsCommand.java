package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Subscription;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show the log of a node.")
final class LogsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NODE", description = "For example engine-1.")
    private String node = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with new lines until Ctrl+C.")
    private boolean follow;

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    LogsCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException, InterruptedException {
        try (Cluster cluster = access.attach();
                Subscription lines = cluster.logs(node, follow, terminal.out()::println)) {
            if (follow) {
                // Ctrl+C ends the program.
                new CountDownLatch(1).await();
            }
            lines.close();
        }
        return ExitCode.OK;
    }
}
