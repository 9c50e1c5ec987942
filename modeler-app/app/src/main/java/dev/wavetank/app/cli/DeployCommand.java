package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.DeployResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "deploy",
        description = "Deploy a BPMN file to the running cluster.",
        footer = {"", "Exit code: 0 deployed, 1 refused by the engine."})
final class DeployCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A BPMN file.")
    private Path file = Path.of("");

    @Option(
            names = "--tenant",
            defaultValue = "default",
            paramLabel = "NAME",
            description = "For whom; made if it does not exist yet (default: ${DEFAULT-VALUE}).")
    private String tenant = "default";

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    DeployCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        byte[] bpmn = read();
        try (Cluster cluster = access.attach()) {
            String owner = cluster.gateway().createTenant(tenant).tenant();
            return switch (cluster.gateway().deploy(bpmn, file.getFileName().toString(), owner)) {
                case DeployResult.Deployed deployed -> {
                    deployed.definitions()
                            .forEach(definition -> terminal.out()
                                    .println("Deployed " + definition.key() + " version " + definition.version()
                                            + " for tenant " + owner));
                    deployed.definitions().stream()
                            .findFirst()
                            .ifPresent(definition -> terminal.err()
                                    .println("Next: wavetank start " + definition.key()
                                            + (owner.equals("default") ? "" : " --tenant " + owner)));
                    yield ExitCode.OK;
                }
                case DeployResult.Rejected rejected -> {
                    terminal.out().println("The engine refused " + file + ":");
                    Table table = new Table();
                    rejected.rejections()
                            .forEach(reason -> table.row(
                                    "  " + (reason.elementId().isEmpty() ? "(file)" : reason.elementId()),
                                    reason.message(),
                                    "(" + reason.code() + ")"));
                    table.lines().forEach(terminal.out()::println);
                    yield ExitCode.BAD_NEWS;
                }
            };
        }
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem("The file " + file + " cannot be read.", e);
        }
    }
}
