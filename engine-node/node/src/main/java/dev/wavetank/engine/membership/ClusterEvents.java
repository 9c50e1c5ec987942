package dev.wavetank.engine.membership;

import dev.wavetank.engine.api.EngineEvent;
import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The facts of the cluster itself, in `WT_EVENT`: written in the transaction that makes them true, read by every
/// gateway.
public final class ClusterEvents {
    /// @param id rises, but rows may become visible a little out of order: readers look back
    public record Entry(long id, EngineEvent event) {}

    private static final int DETAIL_LIMIT = 1000;

    private final Dialect dialect;

    public ClusterEvents(Dialect dialect) {
        this.dialect = dialect;
    }

    public void append(Connection connection, EventType type, String node, long epoch, String detail)
            throws SQLException {
        String text = detail.length() > DETAIL_LIMIT ? detail.substring(0, DETAIL_LIMIT) : detail;
        int inserted = Jdbc.update(
                connection,
                "insert into WT_EVENT (AT, NODE_ID, EPOCH, TYPE, DETAIL) values (" + DatabaseClock.now(dialect)
                        + ", ?, ?, ?, ?)",
                node,
                epoch,
                type.name(),
                text);
        if (inserted != 1) {
            throw new SQLException("The event " + type + " of " + node + " was not written");
        }
    }

    /// The entries with an id above `after`, oldest first, at most `limit`.
    public List<Entry> after(Connection connection, long after, int limit) throws SQLException {
        return Jdbc.list(
                connection,
                "select ID, AT, NODE_ID, EPOCH, TYPE, DETAIL from WT_EVENT where ID > ? order by ID fetch first "
                        + limit + " rows only",
                row -> new Entry(
                        row.getLong("ID"),
                        new EngineEvent(
                                0,
                                Instant.ofEpochMilli(row.getLong("AT")),
                                row.getString("NODE_ID"),
                                row.getLong("EPOCH"),
                                EventType.valueOf(row.getString("TYPE")),
                                "",
                                null,
                                null,
                                null,
                                null,
                                null,
                                row.getString("DETAIL"))),
                after);
    }

    /// The highest id there is, 0 if there is none.
    public long last(Connection connection) throws SQLException {
        return Jdbc.first(connection, "select coalesce(max(ID), 0) from WT_EVENT", row -> row.getLong(1))
                .orElse(0L);
    }
}
