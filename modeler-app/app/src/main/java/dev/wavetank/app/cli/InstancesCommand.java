package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.InstanceQuery;
import dev.wavetank.cluster.api.Page;
import dev.wavetank.cluster.api.ProcessInstance;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "instances",
        description = "List the process instances that run, or suspend, resume or terminate some of them.",
        footer = {
            "",
            "Examples:",
            "  wavetank instances --key order-fulfilment",
            "  wavetank instances suspend ID",
            "  wavetank instances terminate ID --reason \"ordered twice\""
        })
final class InstancesCommand implements Callable<Integer> {
    private static final int AT_ONCE = 100;

    /// What can be done.
    private enum Action {
        LIST,
        SUSPEND,
        RESUME,
        TERMINATE
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "ACTION",
            description = "list, suspend, resume or terminate (default: ${DEFAULT-VALUE}).")
    private Action action = Action.LIST;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "The instances to act on.")
    private List<String> ids = List.of();

    @Option(names = "--key", paramLabel = "KEY", description = "List those of one process only.")
    private @Nullable String key;

    @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT", description = "Why they are terminated.")
    private String reason = "";

    @Mixin
    private final TenantOption tenant = new TenantOption();

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    InstancesCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        if (action != Action.LIST && ids.isEmpty()) {
            throw new Problem("Name the instances to " + word() + ". `wavetank instances` lists them.");
        }
        try (Cluster cluster = access.attach()) {
            if (action == Action.LIST) list(cluster.gateway());
            for (String id : ids) {
                act(cluster.gateway(), id);
                terminal.out().println(id + ": " + word() + " is done");
            }
        }
        return ExitCode.OK;
    }

    private void act(Gateway gateway, String id) throws ClusterException {
        switch (action) {
            case LIST -> throw new Problem("`instances list` takes no ids.");
            case SUSPEND -> gateway.suspend(id, tenant.name());
            case RESUME -> gateway.resume(id, tenant.name());
            case TERMINATE -> gateway.terminate(id, reason, tenant.name());
        }
    }

    private String word() {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private void list(Gateway gateway) throws ClusterException {
        Page<ProcessInstance> page = gateway.instances(new InstanceQuery(
                tenant.name(), Optional.ofNullable(key), Optional.empty(), Optional.empty(), 0, AT_ONCE));
        Table table = new Table().row("instance", "business key", "definition", "since", "");
        for (ProcessInstance instance : page.items()) {
            table.row(
                    instance.id(),
                    instance.businessKey(),
                    instance.processDefinitionId(),
                    instance.startTime().map(Instant::toString).orElse(""),
                    instance.suspended() ? "suspended" : "");
        }
        table.lines().forEach(terminal.out()::println);
        terminal.out().println(page.items().size() + " of " + page.total());
    }
}
