package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Page;
import dev.wavetank.cluster.api.Tenant;
import dev.wavetank.cluster.api.TenantAdmin;
import dev.wavetank.cluster.api.TenantKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tenants",
        subcommands = {TenantImportCommand.class, TenantKeysCommand.class},
        description = "List the tenants of the running cluster; create, suspend, resume, delete and import them.",
        footer = {"", "Example:", "  wavetank tenants import customers.csv --keys keys.csv"})
final class TenantsCommand implements Callable<Integer> {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    TenantsCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    /// Work with the tenants of a cluster that was joined.
    @FunctionalInterface
    interface Deed {
        void with(Cluster cluster) throws ClusterException;
    }

    int run(Deed deed) throws ClusterException {
        try (Cluster cluster = access.attach()) {
            deed.with(cluster);
        }
        return ExitCode.OK;
    }

    Terminal terminal() {
        return terminal;
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    @Override
    public Integer call() throws ClusterException {
        return list("", 50);
    }

    @Command(name = "list", description = "List tenants.")
    int list(
            @Option(
                            names = "--search",
                            defaultValue = "",
                            paramLabel = "TEXT",
                            description = "Only those with this in their id or name.")
                    String search,
            @Option(
                            names = "--limit",
                            defaultValue = "50",
                            paramLabel = "N",
                            description = "How many at most (default: ${DEFAULT-VALUE}).")
                    int limit)
            throws ClusterException {
        return run(cluster -> {
            Page<Tenant> page = cluster.gateway().tenantAdmin().list(search, 0, Math.clamp(limit, 1, 1000));
            Table table = new Table().row("TENANT", "STATE", "CREATED", "NAME");
            for (Tenant tenant : page.items()) {
                table.row(
                        tenant.id(),
                        tenant.state().toLowerCase(Locale.ROOT),
                        day(tenant.createdAt()),
                        tenant.name().equals(tenant.id()) ? "" : tenant.name());
            }
            if (page.items().isEmpty()) {
                terminal.out().println("No tenants.");
                return;
            }
            table.lines().forEach(terminal.out()::println);
            if (page.hasNext()) {
                terminal.out()
                        .println(terminal.dim(page.items().size() + " of " + page.total()
                                + "; see more with --limit, or narrow it down with --search."));
            }
        });
    }

    @Command(name = "create", description = "Create tenants and show their keys, once.")
    int create(@Parameters(arity = "1..*", paramLabel = "NAME") List<String> names) throws ClusterException {
        return run(cluster -> {
            for (String name : names) {
                TenantKey tenant = cluster.gateway().createTenant(name);
                terminal.out()
                        .println(
                                tenant.apiKey().isEmpty()
                                        ? tenant.tenant() + "  exists already; its key was shown when it was made"
                                        : tenant.tenant() + "  " + tenant.apiKey());
            }
        });
    }

    @Command(name = "suspend", description = "Turn a tenant's calls away; its processes go on.")
    int suspend(@Parameters(arity = "1..*", paramLabel = "NAME") List<String> names) throws ClusterException {
        return each(names, "suspended", TenantAdmin::suspend);
    }

    @Command(name = "resume", description = "Let a tenant in again.")
    int resume(@Parameters(arity = "1..*", paramLabel = "NAME") List<String> names) throws ClusterException {
        return each(names, "active", TenantAdmin::resume);
    }

    @Command(name = "delete", description = "Delete a tenant with its deployments, its history and its keys.")
    int delete(
            @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names,
            @Option(
                            names = "--terminate",
                            description = "End running instances too; without it they protect the tenant.")
                    boolean terminate)
            throws ClusterException {
        return run(cluster -> {
            for (String name : names) {
                boolean gone = cluster.gateway().tenantAdmin().delete(name, terminate);
                terminal.out()
                        .println(name + (gone ? "  deleted" : "  is being deleted; its keys are refused already"));
            }
        });
    }

    private interface Act {
        void on(TenantAdmin admin, String tenant) throws ClusterException;
    }

    private int each(List<String> names, String state, Act act) throws ClusterException {
        return run(cluster -> {
            for (String name : names) {
                act.on(cluster.gateway().tenantAdmin(), name);
                terminal.out().println(name + "  " + state);
            }
        });
    }
}
