package dev.wavetank.gateway.tenant;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.DatabaseClock;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.ApiKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/// The tables of tenants and keys. What a key gives access to is remembered for two seconds, so a suspension
/// takes hold everywhere within that time and a busy tenant costs no query for each call.
public final class TenantDirectory {
    /// What a key gives access to.
    public record Access(String tenant, boolean suspended) {}

    private record Remembered(Optional<Access> access, long since) {}

    private static final Duration REMEMBER = Duration.ofSeconds(2);
    private static final int REMEMBER_AT_MOST = 20_000;

    private final DataSource database;
    private final String now;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    public TenantDirectory(DataSource database, Dialect dialect) {
        this.database = database;
        this.now = DatabaseClock.now(dialect);
    }

    public Optional<Access> byKey(String key) {
        String hash = ApiKey.hash(key);
        Remembered known = remembered.get(hash);
        if (known != null && System.nanoTime() - known.since() < REMEMBER.toNanos()) {
            return known.access();
        }
        Optional<Access> access = query(connection -> Jdbc.first(
                connection,
                "select t.ID, t.STATE from WT_API_KEY k join WT_TENANT t on t.ID = k.TENANT_ID where k.HASH = ?",
                row -> new Access(row.getString(1), Tenant.State.valueOf(row.getString(2)) == Tenant.State.SUSPENDED),
                hash));
        if (remembered.size() >= REMEMBER_AT_MOST) {
            remembered.clear();
        }
        remembered.put(hash, new Remembered(access, System.nanoTime()));
        return access;
    }

    public List<Tenant> list() {
        return query(connection -> Jdbc.list(
                connection,
                "select ID, NAME, STATE, CREATED_AT from WT_TENANT order by ID",
                row -> new Tenant(
                        row.getString(1),
                        row.getString(2),
                        Tenant.State.valueOf(row.getString(3)),
                        Instant.ofEpochMilli(row.getLong(4)))));
    }

    /// Creates a tenant.
    ///
    /// @return its first key, which is told this once
    /// @throws ProblemException 409 if there is one of this name
    public String create(String id, String name) {
        String key = ApiKey.generate();
        Boolean created = query(connection -> Jdbc.transaction(connection, transaction -> {
            if (exists(transaction, id)) {
                return false;
            }
            Jdbc.update(
                    transaction,
                    "insert into WT_TENANT (ID, NAME, STATE, CREATED_AT) values (?, ?, 'ACTIVE', " + now + ")",
                    id,
                    name);
            insertKey(transaction, id, key);
            return true;
        }));
        if (!created) {
            throw ProblemException.conflict("There is a tenant '" + id + "' already.");
        }
        return key;
    }

    /// Gives a tenant one more key, told this once; the others stay good until they are revoked.
    public String addKey(String id) {
        String key = ApiKey.generate();
        Boolean added = query(connection -> Jdbc.transaction(connection, transaction -> {
            if (!exists(transaction, id)) {
                return false;
            }
            insertKey(transaction, id, key);
            return true;
        }));
        requireKnown(id, added);
        return key;
    }

    /// Makes every key of a tenant worthless.
    public void revokeKeys(String id) {
        requireKnown(id, query(connection -> exists(connection, id)));
        int revoked = query(connection -> Jdbc.update(connection, "delete from WT_API_KEY where TENANT_ID = ?", id));
        if (revoked > 0) {
            remembered.clear();
        }
    }

    public void setState(String id, Tenant.State state) {
        requireKnown(
                id,
                query(connection ->
                        Jdbc.update(connection, "update WT_TENANT set STATE = ? where ID = ?", state.name(), id) == 1));
        remembered.clear();
    }

    /// Removes a tenant and its keys. Its definitions and instances stay, visible to the administrator.
    public void delete(String id) {
        requireKnown(id, query(connection -> Jdbc.update(connection, "delete from WT_TENANT where ID = ?", id) == 1));
        remembered.clear();
    }

    private void insertKey(Connection transaction, String tenant, String key) throws SQLException {
        Jdbc.update(
                transaction,
                "insert into WT_API_KEY (HASH, TENANT_ID, CREATED_AT) values (?, ?, " + now + ")",
                ApiKey.hash(key),
                tenant);
    }

    private static boolean exists(Connection connection, String id) throws SQLException {
        return Jdbc.first(connection, "select 1 from WT_TENANT where ID = ?", row -> row.getInt(1), id)
                .isPresent();
    }

    private static void requireKnown(String id, boolean known) {
        if (!known) {
            throw ProblemException.of(404, "tenant-unknown", "Not found", "There is no tenant '" + id + "'.");
        }
    }

    private <T> T query(Jdbc.Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException away) {
            throw ProblemException.unavailable(
                    "database-away", "The cluster's database does not answer; try again in a moment.");
        }
    }
}
