package dev.wavetank.gateway.tenant;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.DatabaseClock;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.policy.PolicyColumns;
import dev.wavetank.engine.policy.TenantPolicy;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The table of tenants.
public final class TenantTable {
    /// A page of tenants.
    ///
    /// @param total of those that match
    public record Page(List<Tenant> data, long total, int start, int size) {}

    private static final String SELECT =
            "select t.ID, t.NAME, t.STATE, t.CREATED_AT, " + PolicyColumns.selected() + " from WT_TENANT t";
    private static final String MATCHES =
            " where (lower(t.ID) like ? escape '!' or lower(t.NAME) like ? escape '!') and (t.STATE = ? or ? = '')";

    private final DataSource database;
    private final Tables tables;
    private final TenantDirectory directory;
    private final KeyTable keys;
    private final String insert;

    public TenantTable(DataSource database, Dialect dialect, TenantDirectory directory, KeyTable keys) {
        this.database = database;
        this.tables = new Tables(database);
        this.directory = directory;
        this.keys = keys;
        this.insert = "insert into WT_TENANT (ID, NAME, STATE, CREATED_AT, " + String.join(", ", PolicyColumns.NAMES)
                + ") values (?, ?, 'ACTIVE', " + DatabaseClock.now(dialect) + ", "
                + String.join(", ", Collections.nCopies(PolicyColumns.NAMES.size(), "?")) + ")";
    }

    /// @param search part of an id or a name, in any case
    /// @param state  empty for all
    Page page(String search, String state, int start, int size) {
        String like = "%" + search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        return tables.query(connection -> new Page(
                Jdbc.list(
                        connection,
                        SELECT + MATCHES + " order by t.ID offset " + start + " rows fetch first " + size
                                + " rows only",
                        TenantTable::read,
                        like,
                        like,
                        state,
                        state),
                Jdbc.first(
                                connection,
                                "select count(*) from WT_TENANT t" + MATCHES,
                                row -> row.getLong(1),
                                like,
                                like,
                                state,
                                state)
                        .orElse(0L),
                start,
                size));
    }

    /// @throws ProblemException 404 if there is none
    Tenant require(String id) {
        return tables.query(connection -> find(connection, id)).orElseThrow(() -> unknown(id));
    }

    /// Creates a tenant with one key.
    ///
    /// @return the key, which is told this once
    /// @throws ProblemException 409 if there is one of this id
    KeyTable.Created create(String id, String name, TenantPolicy policy, String label) {
        KeyTable.Created key = tables.transaction(transaction -> {
            try {
                return keys.insert(
                        transaction, insert(transaction, id, name, policy).id(), label);
            } catch (SQLException taken) {
                if (Tables.isTaken(taken)) {
                    throw ProblemException.conflict("There is a tenant '" + id + "' already.");
                }
                throw taken;
            }
        });
        directory.changed(id);
        return key;
    }

    /// Changes a tenant's name and policy as a whole.
    void change(String id, String name, TenantPolicy policy) {
        if (!tables.query(connection -> update(connection, id, name, policy))) throw unknown(id);
        directory.changed(id);
    }

    void setState(String id, Tenant.State state) {
        int changed = tables.query(connection -> Jdbc.update(
                connection, "update WT_TENANT set STATE = ? where ID = ? and STATE <> 'DELETING'", state.name(), id));
        if (changed == 0) {
            require(id);
            throw ProblemException.conflict("The tenant '" + id + "' is being deleted.");
        }
        directory.changed(id);
    }

    /// Work of many rows; the tenants it changes are noticed within two seconds.
    public <T> T inTransaction(Jdbc.Work<T> work) throws SQLException {
        return Jdbc.transaction(database, work);
    }

    /// Those of the ids that there are.
    public Map<String, Tenant> known(Connection connection, List<String> ids) throws SQLException {
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return Jdbc.list(connection, SELECT + " where t.ID in (" + places + ")", TenantTable::read, ids.toArray())
                .stream()
                .collect(Collectors.toMap(Tenant::id, Function.identity()));
    }

    /// Adds a row in a transaction of the caller's.
    public Tenant insert(Connection transaction, String id, String name, TenantPolicy policy) throws SQLException {
        List<@Nullable Object> arguments = new ArrayList<>(List.of(id, name));
        arguments.addAll(PolicyColumns.values(policy));
        if (Jdbc.update(transaction, insert, arguments.toArray()) != 1) {
            throw new SQLException("The tenant's row was not written");
        }
        return new Tenant(id, name, Tenant.State.ACTIVE, Instant.now(), policy);
    }

    /// @return whether there is such a tenant
    public boolean update(Connection connection, String id, String name, TenantPolicy policy) throws SQLException {
        List<@Nullable Object> arguments = new ArrayList<>(List.of(name));
        arguments.addAll(PolicyColumns.values(policy));
        arguments.add(id);
        return Jdbc.update(
                        connection,
                        "update WT_TENANT set NAME = ?, " + String.join(" = ?, ", PolicyColumns.NAMES)
                                + " = ? where ID = ?",
                        arguments.toArray())
                == 1;
    }

    static Optional<Tenant> find(Connection connection, String id) throws SQLException {
        return Jdbc.first(connection, SELECT + " where t.ID = ?", TenantTable::read, id);
    }

    static ProblemException unknown(String id) {
        return ProblemException.of(404, "tenant-unknown", "Not found", "There is no tenant '" + id + "'.");
    }

    private static Tenant read(ResultSet row) throws SQLException {
        return new Tenant(
                row.getString(1),
                row.getString(2),
                Tenant.State.valueOf(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                PolicyColumns.read(row));
    }
}
