package dev.wavetank.gateway.takeover;

import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.ClusterEvents;
import dev.wavetank.engine.membership.DatabaseClock;
import dev.wavetank.engine.membership.DatabaseSessions;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.membership.NodeTable;
import dev.wavetank.engine.membership.StaleLocks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the work of a dead node away from it, in steps that `WT_TAKEOVER` records.
///
/// The order matters. First the epoch is raised, in the transaction that declares the node dead: from then on
/// the node cannot commit. Then its sessions are closed, which rolls back what it had begun and frees its row
/// locks. Only then are its job locks cleared, and only while the raised epoch still holds: a node that has
/// joined anew has cleaned up for itself, and what it has locked since is its own.
public final class Takeover {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    private record Open(String node, long epoch, TakeoverStep step) {}

    private static final Duration IMPATIENT = Duration.ofMillis(300);
    /// As everywhere else.
    private static final Duration PATIENT = Duration.ofSeconds(5);

    private final DataSource database;
    private final Dialect dialect;
    private final String now;
    private final NodeTable nodes;
    private final DatabaseSessions sessions;
    private final ClusterEvents events;
    private final LeaderLease leader;
    private final String gateway;
    private final boolean enabled;
    private final Consumer<TakeoverStep> afterStep;

    /// @param enabled false marks the dead and takes nothing over
    public Takeover(DataSource database, Dialect dialect, LeaderLease leader, String gateway, boolean enabled) {
        this(database, dialect, leader, gateway, enabled, step -> {});
    }

    /// @param afterStep hears of each step that is committed; a test lets the leader die there
    Takeover(
            DataSource database,
            Dialect dialect,
            LeaderLease leader,
            String gateway,
            boolean enabled,
            Consumer<TakeoverStep> afterStep) {
        this.database = database;
        this.dialect = dialect;
        this.now = DatabaseClock.now(dialect);
        this.nodes = new NodeTable(dialect);
        this.sessions = new DatabaseSessions(dialect);
        this.events = new ClusterEvents(dialect);
        this.leader = leader;
        this.gateway = gateway;
        this.enabled = enabled;
        this.afterStep = afterStep;
    }

    /// Declares a node dead whose lease has run out. Its own commits may be in the way, for example because it
    /// froze between its last check and the commit; then its sessions are closed first.
    ///
    /// @return false if it renewed its lease meanwhile, or this gateway leads no longer
    public boolean declareDead(NodeTable.Row node, long leaderEpoch) throws SQLException {
        try {
            return declare(node, leaderEpoch);
        } catch (SQLException inTheWay) {
            if (!stillToBury(node, leaderEpoch)) {
                return false;
            }
            LOG.info(
                    "{} holds its epoch: its sessions are closed ({})",
                    node.status().id(),
                    inTheWay.toString());
            closeSessions(node.status().id());
            return declare(node, leaderEpoch);
        }
    }

    /// Declares a silent node dead before its lease runs out, if it has no database session any more: its process is
    /// gone, and whatever is left of it can commit nothing.
    ///
    /// @return false if there is still something of it
    boolean declareGone(NodeTable.Row node, Duration silence, long leaderEpoch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (sessions.any(connection, node.status().id()) || !nodes.end(connection, node, silence)) {
                return false;
            }
        }
        return declareDead(node, leaderEpoch);
    }

    /// Looks without waiting for anybody: whatever is in the way, a node that is back keeps its sessions.
    private boolean stillToBury(NodeTable.Row node, long leaderEpoch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return leader.leads(connection, leaderEpoch) && nodes.hasLapsed(connection, node);
        }
    }

    private boolean declare(NodeTable.Row node, long leaderEpoch) throws SQLException {
        boolean declared = impatiently(transaction -> {
            if (!leader.hold(transaction, leaderEpoch)) {
                return false;
            }
            Optional<Long> epoch = nodes.declareDead(transaction, node);
            if (epoch.isEmpty()) {
                return false;
            }
            begin(transaction, node.status().id(), epoch.get());
            return true;
        });
        if (declared) {
            LOG.warn(
                    "{} is dead: no heartbeat for {} ms",
                    node.status().id(),
                    node.silence().toMillis());
            afterStep.accept(TakeoverStep.DECLARED);
        }
        return declared;
    }

    /// Runs a transaction that hardly waits for locks: what is in a burial's way is the dead node's own.
    private <T> T impatiently(Jdbc.Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            waitForLocks(connection, IMPATIENT);
            try {
                return Jdbc.transaction(connection, work);
            } finally {
                if (!connection.isClosed()) {
                    waitForLocks(connection, PATIENT);
                }
            }
        }
    }

    private void waitForLocks(Connection connection, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    switch (dialect) {
                        case H2 -> "set lock_timeout " + patience.toMillis();
                        case POSTGRESQL -> "set lock_timeout = " + patience.toMillis();
                    });
        }
    }

    private void begin(Connection transaction, String node, long epoch) throws SQLException {
        TakeoverStep step = enabled ? TakeoverStep.DECLARED : TakeoverStep.SKIPPED;
        int begun = Jdbc.update(
                transaction,
                "insert into WT_TAKEOVER (NODE_ID, EPOCH, STEP, LEADER, STARTED_AT, DETAIL) values (?, ?, ?, ?, " + now
                        + ", '')",
                node,
                epoch,
                step.name(),
                gateway);
        if (begun != 1) {
            throw new SQLException("The takeover of " + node + " was not begun");
        }
        if (!enabled) {
            events.append(transaction, EventType.TAKEOVER, node, epoch, "takeover is off: its work stays locked");
        }
    }

    /// Goes on with every takeover that is not finished, whoever began it.
    public void resume() throws SQLException {
        List<Open> open;
        try (Connection connection = database.getConnection()) {
            open = Jdbc.list(
                    connection,
                    "select NODE_ID, EPOCH, STEP from WT_TAKEOVER where STEP in ('DECLARED', 'SESSIONS_CLOSED')"
                            + " order by STARTED_AT",
                    row -> new Open(row.getString(1), row.getLong(2), TakeoverStep.valueOf(row.getString(3))));
        }
        for (Open takeover : open) {
            try {
                if (takeover.step() == TakeoverStep.DECLARED) {
                    closeSessionsOf(takeover);
                }
                freeLocksOf(takeover);
            } catch (SQLException later) {
                LOG.warn("The takeover of {} goes on later: {}", takeover.node(), later.toString());
            }
        }
    }

    private void closeSessionsOf(Open takeover) throws SQLException {
        Boolean closed = Jdbc.transaction(database, transaction -> {
            if (!holds(transaction, takeover)) {
                return false;
            }
            sessions.closeAll(transaction, takeover.node());
            record(transaction, takeover, TakeoverStep.SESSIONS_CLOSED, "");
            return true;
        });
        if (closed) {
            afterStep.accept(TakeoverStep.SESSIONS_CLOSED);
        }
    }

    private void freeLocksOf(Open takeover) throws SQLException {
        Jdbc.transaction(database, transaction -> {
            if (!holds(transaction, takeover)) {
                record(transaction, takeover, TakeoverStep.DONE, "the node had joined anew and cleaned up for itself");
                return false;
            }
            StaleLocks.Freed freed = StaleLocks.release(transaction, takeover.node());
            record(transaction, takeover, TakeoverStep.DONE, freed.toString());
            events.append(
                    transaction, EventType.TAKEOVER, takeover.node(), takeover.epoch(), gateway + " freed " + freed);
            LOG.info("Took over from {}: {}", takeover.node(), freed);
            return true;
        });
        afterStep.accept(TakeoverStep.DONE);
    }

    /// Whether the epoch that the takeover raised still holds; it is kept so until the transaction ends.
    private static boolean holds(Connection transaction, Open takeover) throws SQLException {
        return NodeTable.heldEpoch(transaction, takeover.node())
                .filter(epoch -> epoch == takeover.epoch())
                .isPresent();
    }

    private void record(Connection transaction, Open takeover, TakeoverStep step, String detail) throws SQLException {
        String finished = step == TakeoverStep.DONE ? ", FINISHED_AT = " + now : "";
        Jdbc.update(
                transaction,
                "update WT_TAKEOVER set STEP = ?, LEADER = ?, DETAIL = ?" + finished
                        + " where NODE_ID = ? and EPOCH = ? and STEP <> 'DONE'",
                step.name(),
                gateway,
                detail,
                takeover.node(),
                takeover.epoch());
    }

    private void closeSessions(String node) throws SQLException {
        try (Connection connection = database.getConnection()) {
            sessions.closeAll(connection, node);
        }
    }
}
