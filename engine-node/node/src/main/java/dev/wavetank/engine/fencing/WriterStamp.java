package dev.wavetank.engine.fencing;

import dev.wavetank.engine.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/// Tells each database session which node writes through it, and under which epoch.
///
/// The history of activities takes the writer from the session by a column's default (schema step 090), so each
/// activity names who began and who ended it without a statement more. A session is told again only when the epoch
/// has changed since.
public final class WriterStamp {
    private final Dialect dialect;
    private final String node;
    private final Map<Connection, Long> stamped = Collections.synchronizedMap(new WeakHashMap<>());

    public WriterStamp(Dialect dialect, String node) {
        this.dialect = dialect;
        this.node = node;
    }

    /// @param connection of a pool, at the beginning of a transaction
    void put(Connection connection, long epoch) throws SQLException {
        Connection session = connection.unwrap(Connection.class);
        Long before = stamped.get(session);
        if (before != null && before == epoch) return;
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql(epoch));
        }
        connection.commit(); // PostgreSQL takes a setting back with the transaction that made it
        stamped.put(session, epoch);
    }

    private String sql(long epoch) {
        return switch (dialect) {
            case H2 -> "set @WT_WRITER = '" + node + "/" + epoch + "'";
            case POSTGRESQL -> "set wavetank.writer = '" + node + "/" + epoch + "'";
        };
    }
}
