package dev.wavetank.engine.membership;

import dev.wavetank.engine.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Knows which database sessions belong to which node, and closes those of a dead one.
///
/// A frozen node keeps its open transactions and their row locks; nothing that needs those rows goes on until
/// its sessions are closed. PostgreSQL shows a session's `application_name`; H2 shows nothing of that kind, so
/// there every session enters itself into `WT_SESSION`, with its start, because H2 uses session numbers again.
public final class DatabaseSessions {
    private final Dialect dialect;

    public DatabaseSessions(Dialect dialect) {
        this.dialect = dialect;
    }

    /// What every connection of a node runs first, in pools too: it names the session, and it bounds how long a
    /// session may wait for a lock or keep one without working.
    public String initSql(NodeIdentity node) {
        return switch (dialect) {
            case POSTGRESQL ->
                "set application_name = '" + node.id() + "/" + node.incarnation() + "'; set lock_timeout = '5s';"
                        + " set idle_in_transaction_session_timeout = '5s'";
            case H2 ->
                "merge into WT_SESSION (SESSION_ID, SESSION_START, NODE_ID, INCARNATION) key (SESSION_ID)"
                        + " select SESSION_ID, cast(SESSION_START as varchar), '" + node.id() + "', '"
                        + node.incarnation() + "' from INFORMATION_SCHEMA.SESSIONS where SESSION_ID = SESSION_ID()";
        };
    }

    /// Whether a node has any session: a process that is gone has none, one that is frozen or cut off still has.
    public boolean any(Connection connection, String node) throws SQLException {
        String sql = switch (dialect) {
            case POSTGRESQL ->
                "select 1 from pg_stat_activity where datname = current_database()"
                        + " and split_part(application_name, '/', 1) = ? fetch first 1 rows only";
            case H2 ->
                "select 1 from INFORMATION_SCHEMA.SESSIONS s join WT_SESSION w on w.SESSION_ID = s.SESSION_ID"
                        + " and w.SESSION_START = cast(s.SESSION_START as varchar) where w.NODE_ID = ?"
                        + " fetch first 1 rows only";
        };
        return Jdbc.first(connection, sql, row -> row.getInt(1), node).isPresent();
    }

    /// Closes all sessions of a node, whatever its process; their transactions roll back.
    ///
    /// @return how many
    public int closeAll(Connection connection, String node) throws SQLException {
        return close(connection, node, "");
    }

    /// Closes the sessions that an earlier process of this node has left.
    public int closeEarlier(Connection connection, NodeIdentity node) throws SQLException {
        return close(connection, node.id(), node.incarnation());
    }

    private int close(Connection connection, String node, String sparedIncarnation) throws SQLException {
        return switch (dialect) {
            case POSTGRESQL ->
                Jdbc.list(
                                connection,
                                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                                        + " and pid <> pg_backend_pid() and split_part(application_name, '/', 1) = ?"
                                        + " and split_part(application_name, '/', 2) <> ?",
                                row -> row.getBoolean(1),
                                node,
                                sparedIncarnation)
                        .size();
            case H2 -> closeH2(connection, node, sparedIncarnation);
        };
    }

    private static int closeH2(Connection connection, String node, String sparedIncarnation) throws SQLException {
        List<Integer> sessions = Jdbc.list(
                connection,
                "select s.SESSION_ID from INFORMATION_SCHEMA.SESSIONS s join WT_SESSION w on w.SESSION_ID = s.SESSION_ID"
                        + " and w.SESSION_START = cast(s.SESSION_START as varchar)"
                        + " where w.NODE_ID = ? and w.INCARNATION <> ? and s.SESSION_ID <> SESSION_ID()",
                row -> row.getInt(1),
                node,
                sparedIncarnation);
        int closed = 0;
        for (int session : sessions) {
            closed += Jdbc.list(connection, "call ABORT_SESSION(?)", row -> row.getBoolean(1) ? 1 : 0, session).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
        return closed;
    }
}
