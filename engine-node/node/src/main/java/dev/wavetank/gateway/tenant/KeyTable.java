package dev.wavetank.gateway.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The table of API keys. A key is kept as a hash only; the hash's beginning is its id, by which it is named.
public final class KeyTable {
    /// A key as it is listed.
    ///
    /// @param expiresAt when it stops to be good; null if it does not by itself
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listed(
            String id,
            String label,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /// A new key, told this once.
    public record Created(String id, String key) {}

    private static final int ID_LENGTH = 16;
    /// Of one tenant.
    private static final int MOST = 50;

    private static final String OF_ID = " where TENANT_ID = ? and substring(HASH from 1 for " + ID_LENGTH + ") = ?";

    private final Tables tables;
    private final TenantDirectory directory;
    private final String now;

    public KeyTable(DataSource database, Dialect dialect, TenantDirectory directory) {
        this.tables = new Tables(database);
        this.directory = directory;
        this.now = DatabaseClock.now(dialect);
    }

    List<Listed> list(String tenant) {
        return tables.query(connection -> {
            requireTenant(connection, tenant);
            return Jdbc.list(
                    connection,
                    "select HASH, LABEL, CREATED_AT, EXPIRES_AT from WT_API_KEY where TENANT_ID = ?"
                            + " order by CREATED_AT, HASH",
                    row -> {
                        long expires = row.getLong(4);
                        return new Listed(
                                id(row.getString(1)),
                                row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                expires == 0 ? null : Instant.ofEpochMilli(expires));
                    },
                    tenant);
        });
    }

    /// Gives a tenant one more key; the others stay good until they are revoked.
    ///
    /// @throws ProblemException 404 without the tenant, 409 if it has too many
    Created add(String tenant, String label) {
        return tables.transaction(transaction -> {
            requireTenant(transaction, tenant);
            requireRoom(transaction, tenant);
            return insert(transaction, tenant, label);
        });
    }

    /// Gives a new key in place of another, which stays good for a while.
    Created rotate(String tenant, String id, Duration overlap) {
        Created created = tables.transaction(transaction -> {
            requireTenant(transaction, tenant);
            requireRoom(transaction, tenant);
            Optional<String> label = Jdbc.first(
                    transaction, "select LABEL from WT_API_KEY" + OF_ID, row -> row.getString(1), tenant, id);
            if (label.isEmpty()) throw unknown(tenant, id);
            int ends = Jdbc.update(
                    transaction,
                    "update WT_API_KEY set EXPIRES_AT = " + now + " + " + overlap.toMillis() + OF_ID,
                    tenant,
                    id);
            if (ends != 1) throw unknown(tenant, id);
            return insert(transaction, tenant, label.get());
        });
        directory.changed(tenant);
        return created;
    }

    /// Makes one key worthless.
    void revoke(String tenant, String id) {
        if (tables.query(connection -> Jdbc.update(connection, "delete from WT_API_KEY" + OF_ID, tenant, id)) == 0) {
            throw unknown(tenant, id);
        }
        directory.changed(tenant);
    }

    /// Makes every key of a tenant worthless.
    void revokeAll(String tenant) {
        int revoked = tables.query(connection -> {
            requireTenant(connection, tenant);
            return Jdbc.update(connection, "delete from WT_API_KEY where TENANT_ID = ?", tenant);
        });
        if (revoked > 0) directory.changed(tenant);
    }

    /// Adds a key in a transaction of the caller's.
    public Created insert(Connection transaction, String tenant, String label) throws SQLException {
        String key = ApiKey.generate();
        String hash = ApiKey.hash(key);
        int added = Jdbc.update(
                transaction,
                "insert into WT_API_KEY (HASH, TENANT_ID, CREATED_AT, LABEL) values (?, ?, " + now + ", ?)",
                hash,
                tenant,
                label);
        if (added != 1) throw new SQLException("The key's row was not written");
        return new Created(id(hash), key);
    }

    private static String id(String hash) {
        return hash.substring(0, ID_LENGTH);
    }

    private static void requireTenant(Connection connection, String tenant) throws SQLException {
        if (TenantTable.find(connection, tenant).isEmpty()) throw TenantTable.unknown(tenant);
    }

    private static void requireRoom(Connection connection, String tenant) throws SQLException {
        long keys = Jdbc.first(
                        connection,
                        "select count(*) from WT_API_KEY where TENANT_ID = ?",
                        row -> row.getLong(1),
                        tenant)
                .orElse(0L);
        if (keys >= MOST) {
            throw ProblemException.conflict(
                    "The tenant '" + tenant + "' has " + MOST + " keys: revoke one that nobody uses.");
        }
    }

    private static ProblemException unknown(String tenant, String id) {
        return ProblemException.of(
                404, "key-unknown", "Not found", "The tenant '" + tenant + "' has no key '" + id + "'.");
    }
}
