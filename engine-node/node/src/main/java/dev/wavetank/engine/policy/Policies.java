package dev.wavetank.engine.policy;

import dev.wavetank.engine.membership.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a tenant may do, for an engine: read from the database and remembered for two seconds. While the database
/// is away, what was known last holds.
public final class Policies {
    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);
    private static final Duration REMEMBER = Duration.ofSeconds(2);
    private static final int REMEMBER_AT_MOST = 2_000;

    private record Remembered(Allowance allowance, Set<String> shared, long since) {}

    private final DataSource database;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    public Policies(DataSource database) {
        this.database = database;
    }

    /// A tenant that no administrator made has the cluster's settings and nothing of its own.
    public Allowance of(String tenant) {
        return remembered(tenant).allowance();
    }

    /// The keys of shared processes that a tenant may run.
    public Set<String> shared(String tenant) {
        return remembered(tenant).shared();
    }

    private Remembered remembered(String tenant) {
        Remembered known = remembered.get(tenant);
        if (known != null && System.nanoTime() - known.since() < REMEMBER.toNanos()) return known;
        try (Connection connection = database.getConnection()) {
            Remembered fresh = read(connection, tenant);
            if (remembered.size() >= REMEMBER_AT_MOST) remembered.clear();
            remembered.put(tenant, fresh);
            return fresh;
        } catch (SQLException away) {
            LOG.warn("The policy of '{}' cannot be read: {}", tenant, away.toString());
            return known == null
                    ? new Remembered(ClusterConfig.DEFAULT.allowance(TenantPolicy.DEFAULT), Set.of(), 0)
                    : known;
        }
    }

    private static Remembered read(Connection connection, String tenant) throws SQLException {
        TenantPolicy own = Jdbc.first(
                        connection,
                        "select " + PolicyColumns.selected() + " from WT_TENANT t where t.ID = ?",
                        PolicyColumns::read,
                        tenant)
                .orElse(TenantPolicy.DEFAULT);
        List<String> shared = Jdbc.list(
                connection,
                "select distinct PROC_DEF_KEY from WT_SHARED_DEFINITION where TENANT_ID in (?, '*')",
                row -> row.getString(1),
                tenant);
        return new Remembered(
                ConfigTable.current(connection).settings().allowance(own), Set.copyOf(shared), System.nanoTime());
    }
}
