package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.DeadLetter;
import dev.wavetank.cluster.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "jobs",
        description = "List the jobs that failed for good (dead letters), or retry them.",
        footer = {"", "Examples:", "  wavetank jobs", "  wavetank jobs --retry ID", "  wavetank jobs --retry all"})
final class JobsCommand implements Callable<Integer> {
    private static final int AT_ONCE = 100;
    private static final String ALL = "all";

    @Option(names = "--retry", paramLabel = "ID", description = "Try it again; `all` takes the first hundred.")
    private List<String> retried = List.of();

    @Mixin
    private final TenantOption tenant = new TenantOption();

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    JobsCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        try (Cluster cluster = access.attach()) {
            Page<DeadLetter> letters = cluster.gateway().deadLetters(tenant.name(), 0, AT_ONCE);
            if (retried.isEmpty()) print(letters);
            List<String> ids = retried.contains(ALL)
                    ? letters.items().stream().map(DeadLetter::id).toList()
                    : new ArrayList<>(retried);
            for (String id : ids) {
                cluster.gateway().retry(id, tenant.name());
                terminal.out().println(id + " is tried again");
            }
        }
        return ExitCode.OK;
    }

    private void print(Page<DeadLetter> letters) {
        Table table = new Table().row("job", "instance", "step", "why");
        for (DeadLetter letter : letters.items()) {
            table.row(letter.id(), letter.processInstanceId(), letter.elementId(), letter.message());
        }
        table.lines().forEach(terminal.out()::println);
        terminal.out().println(letters.items().size() + " of " + letters.total());
    }
}
