package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.TenantKey;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "tenants",
        description = "List the tenants of the running cluster, or make new ones and show their keys.")
final class TenantsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Tenants to make; none lists all.")
    private List<String> names = List.of();

    @Mixin
    private final ClusterAccess access;

    private final Terminal terminal;

    TenantsCommand(Terminal terminal, ClusterAccess access) {
        this.terminal = terminal;
        this.access = access;
    }

    @Override
    public Integer call() throws ClusterException {
        try (Cluster cluster = access.attach()) {
            if (names.isEmpty()) {
                cluster.gateway().tenants().forEach(terminal.out()::println);
            }
            for (String name : names) {
                TenantKey tenant = cluster.gateway().createTenant(name);
                terminal.out()
                        .println(
                                tenant.apiKey().isEmpty()
                                        ? tenant.tenant() + "  exists already; its key was shown when it was made"
                                        : tenant.tenant() + "  " + tenant.apiKey());
            }
        }
        return ExitCode.OK;
    }
}
