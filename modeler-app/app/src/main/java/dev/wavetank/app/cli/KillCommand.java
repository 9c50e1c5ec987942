package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.Healing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "kill", description = "Kill a node of the running cluster at once (SIGKILL).")
final class KillCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NODE", description = "For example engine-1.")
    private String node = "";

    @Option(names = "--restart", description = "Start it again afterwards and wait until it is ready.")
    private boolean restart;

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    KillCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        try (Cluster cluster = access.attach()) {
            Healing healing = cluster.inject(new Fault.Kill(node));
            terminal.out().println("Killed " + node + ".");
            if (restart) {
                terminal.err().println(healing.action() + " …");
                healing.heal();
                terminal.out().println(node + " is ready again.");
            }
        }
        return ExitCode.OK;
    }
}
