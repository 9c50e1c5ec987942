package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.ApiKey;
import dev.wavetank.cluster.api.ClusterException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "keys",
        description = "List a tenant's API keys, or add, rotate or revoke one.",
        footer = {"", "Example:", "  wavetank tenants keys acme --rotate 0123456789abcdef --overlap 60"})
final class TenantKeysCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable TenantsCommand tenants;

    @Parameters(paramLabel = "TENANT", description = "Whose keys.")
    private String tenant = "";

    @Option(names = "--add", paramLabel = "LABEL", description = "Add a key and show it, once.")
    private @Nullable String add;

    @Option(names = "--rotate", paramLabel = "ID", description = "Make a new key in place of this one.")
    private @Nullable String rotate;

    @Option(
            names = "--overlap",
            defaultValue = "60",
            paramLabel = "MINUTES",
            description = "How long the old key stays good (default: ${DEFAULT-VALUE}).")
    private long overlap = 60;

    @Option(names = "--revoke", paramLabel = "ID", description = "Make this key worthless.")
    private @Nullable String revoke;

    @Override
    public Integer call() throws ClusterException {
        TenantsCommand parent = Objects.requireNonNull(tenants);
        Terminal terminal = parent.terminal();
        return parent.run(cluster -> {
            var admin = cluster.gateway().tenantAdmin();
            if (add != null) {
                terminal.out().println(admin.addKey(tenant, add).apiKey());
            } else if (rotate != null) {
                terminal.out()
                        .println(admin.rotateKey(tenant, rotate, Duration.ofMinutes(overlap))
                                .apiKey());
            } else if (revoke != null) {
                admin.revokeKey(tenant, revoke);
                terminal.out().println("The key " + revoke + " is worthless now.");
            } else {
                show(terminal, admin.keys(tenant));
            }
        });
    }

    private static void show(Terminal terminal, List<ApiKey> keys) {
        if (keys.isEmpty()) {
            terminal.out().println("No keys.");
            return;
        }
        Table table = new Table().row("ID", "CREATED", "GOOD UNTIL", "LABEL");
        for (ApiKey key : keys) {
            table.row(
                    key.id(),
                    TenantsCommand.day(key.createdAt()),
                    key.expiresAt().map(TenantsCommand::day).orElse("it is revoked"),
                    key.label());
        }
        table.lines().forEach(terminal.out()::println);
    }
}
