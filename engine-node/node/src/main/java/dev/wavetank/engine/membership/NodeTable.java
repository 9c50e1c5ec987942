package dev.wavetank.engine.membership;

import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.database.Dialect;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The lease table, the one truth about who lives: for routing, for takeover and for the screen.
public final class NodeTable {
    /// A node as the table has it, with its silence measured by the database's clock.
    ///
    /// @param silence since the last heartbeat
    /// @param left    of the lease; negative once it has run out
    public record Row(NodeStatus status, Duration silence, Duration left) {}

    private static final String LEASED = "('STARTING', 'LIVE', 'SUSPECT', 'DRAINING')";

    private final String now;
    private final ClusterEvents events;

    public NodeTable(Dialect dialect) {
        this.now = DatabaseClock.now(dialect);
        this.events = new ClusterEvents(dialect);
    }

    /// Enters a node under a new epoch, one higher than any it had, and frees what an earlier life of it had
    /// locked. Belongs in one transaction.
    ///
    /// @return the new epoch
    long join(Connection transaction, NodeIdentity node, LeaseTerms terms) throws SQLException {
        Optional<Long> last = Jdbc.first(
                transaction, "select EPOCH from WT_NODE where ID = ? for update", row -> row.getLong(1), node.id());
        long epoch = last.orElse(0L) + 1;
        String lease = now + " + " + terms.lease().toMillis();
        if (last.isPresent()) {
            expectOne(Jdbc.update(
                    transaction,
                    "update WT_NODE set ROLE = ?, ADDRESS = ?, EPOCH = ?, STATE = 'STARTING', JOINED_AT = " + now
                            + ", HEARTBEAT_AT = " + now + ", LEASE_UNTIL = " + lease
                            + ", ACTIVE_JOBS = -1 where ID = ?",
                    node.role().name(),
                    node.address().toString(),
                    epoch,
                    node.id()));
        } else {
            expectOne(Jdbc.update(
                    transaction,
                    "insert into WT_NODE (ID, ROLE, ADDRESS, EPOCH, STATE, JOINED_AT, HEARTBEAT_AT, LEASE_UNTIL,"
                            + " ACTIVE_JOBS, HEAP_USED) values (?, ?, ?, ?, 'STARTING', " + now + ", " + now + ", "
                            + lease + ", -1, 0)",
                    node.id(),
                    node.role().name(),
                    node.address().toString(),
                    epoch));
        }
        Fence.raise(transaction, node.id(), epoch);
        String freed = node.role() == NodeRole.ENGINE && last.isPresent()
                ? "; freed from its earlier life: " + StaleLocks.release(transaction, node.id())
                : "";
        events.append(transaction, EventType.NODE_JOINED, node.id(), epoch, "joined under epoch " + epoch + freed);
        return epoch;
    }

    /// Renews the lease.
    ///
    /// @return the node's state, or nothing if this epoch no longer holds
    Optional<LeaseState> heartbeat(Connection connection, String node, long epoch, LeaseTerms terms, NodeLoad load)
            throws SQLException {
        int renewed = Jdbc.update(
                connection,
                "update WT_NODE set LEASE_UNTIL = " + now + " + "
                        + terms.lease().toMillis() + ", HEARTBEAT_AT = " + now
                        + ", ACTIVE_JOBS = ?, HEAP_USED = ?, STATE = case when STATE = 'SUSPECT' then 'LIVE' else STATE end"
                        + " where ID = ? and EPOCH = ? and STATE in " + LEASED,
                load.activeJobs(),
                load.heapUsed(),
                node,
                epoch);
        if (renewed == 0) {
            return Optional.empty();
        }
        return Jdbc.first(
                connection,
                "select STATE from WT_NODE where ID = ?",
                row -> LeaseState.valueOf(row.getString(1)),
                node);
    }

    /// Moves a node that holds a lease under this epoch from one state to another.
    ///
    /// @return whether it was in that state
    boolean move(Connection connection, String node, long epoch, LeaseState from, LeaseState to) throws SQLException {
        return Jdbc.update(
                        connection,
                        "update WT_NODE set STATE = ? where ID = ? and EPOCH = ? and STATE = ?",
                        to.name(),
                        node,
                        epoch,
                        from.name())
                == 1;
    }

    /// Asks a node to take nothing new; it hears of it with its next heartbeat.
    public boolean drain(Connection connection, String node) throws SQLException {
        return Jdbc.update(
                        connection, "update WT_NODE set STATE = 'DRAINING' where ID = ? and STATE in " + LEASED, node)
                == 1;
    }

    /// Ends a lease in good order, in one transaction: nothing can be committed under this epoch any more.
    ///
    /// @return false if another epoch holds already
    boolean leave(Connection transaction, NodeIdentity node, long epoch) throws SQLException {
        if (Jdbc.update(
                        transaction,
                        "update WT_NODE set STATE = 'LEFT', EPOCH = EPOCH + 1, LEASE_UNTIL = " + now
                                + ", ACTIVE_JOBS = 0 where ID = ? and EPOCH = ? and STATE in " + LEASED,
                        node.id(),
                        epoch)
                == 0) {
            return false;
        }
        Fence.raise(transaction, node.id(), epoch + 1);
        String freed =
                node.role() == NodeRole.ENGINE ? "; gave back " + StaleLocks.release(transaction, node.id()) : "";
        events.append(transaction, EventType.NODE_LEFT, node.id(), epoch + 1, "left in good order" + freed);
        return true;
    }

    /// Suspects a live node whose heartbeat is late.
    ///
    /// @return whether it did; false if a heartbeat came meanwhile
    public boolean suspect(Connection transaction, Row node, Duration suspicion) throws SQLException {
        NodeStatus status = node.status();
        if (Jdbc.update(
                        transaction,
                        "update WT_NODE set STATE = 'SUSPECT' where ID = ? and EPOCH = ? and STATE = 'LIVE'"
                                + " and HEARTBEAT_AT < " + now + " - ?",
                        status.id(),
                        status.epoch(),
                        suspicion.toMillis())
                == 0) {
            return false;
        }
        events.append(
                transaction,
                EventType.NODE_SUSPECT,
                status.id(),
                status.epoch(),
                "no heartbeat for " + node.silence().toMillis() + " ms; its lease still holds for "
                        + node.left().toMillis() + " ms");
        return true;
    }

    /// Ends the lease of a node whose process is gone, if its heartbeat has been silent so long.
    ///
    /// @return whether it did; false if a heartbeat came meanwhile
    public boolean end(Connection transaction, Row node, Duration silence) throws SQLException {
        return Jdbc.update(
                        transaction,
                        "update WT_NODE set LEASE_UNTIL = " + now
                                + " - 1 where ID = ? and EPOCH = ? and HEARTBEAT_AT < " + now + " - ? and STATE in "
                                + LEASED,
                        node.status().id(),
                        node.status().epoch(),
                        silence.toMillis())
                == 1;
    }

    /// Whether the lease that the row shows has run out and was not renewed; waits for nobody.
    public boolean hasLapsed(Connection connection, Row node) throws SQLException {
        return Jdbc.first(
                        connection,
                        "select 1 from WT_NODE where ID = ? and EPOCH = ? and LEASE_UNTIL < " + now + " and STATE in "
                                + LEASED,
                        row -> row.getInt(1),
                        node.status().id(),
                        node.status().epoch())
                .isPresent();
    }

    /// Declares a node dead and raises its epoch, in one transaction, if its lease has truly run out.
    ///
    /// @return the raised epoch, or nothing if the node renewed its lease meanwhile
    public Optional<Long> declareDead(Connection transaction, Row node) throws SQLException {
        NodeStatus status = node.status();
        long raised = status.epoch() + 1;
        if (Jdbc.update(
                        transaction,
                        "update WT_NODE set STATE = 'DEAD', EPOCH = ? where ID = ? and EPOCH = ? and LEASE_UNTIL < "
                                + now + " and STATE in " + LEASED,
                        raised,
                        status.id(),
                        status.epoch())
                == 0) {
            return Optional.empty();
        }
        Fence.raise(transaction, status.id(), raised);
        events.append(
                transaction,
                EventType.NODE_DEAD,
                status.id(),
                raised,
                "no heartbeat for " + node.silence().toMillis() + " ms; epoch raised to " + raised);
        return Optional.of(raised);
    }

    /// Records that a node has fenced itself; told when it is back, since it could not tell before.
    void tellFenced(Connection connection, String node, long staleEpoch, String reason) throws SQLException {
        events.append(connection, EventType.NODE_FENCED, node, staleEpoch, reason);
    }

    /// All nodes ever seen, by name.
    public List<Row> all(Connection connection) throws SQLException {
        return Jdbc.list(
                connection,
                "select n.ID, n.ROLE, n.ADDRESS, n.EPOCH, n.STATE, n.LEASE_UNTIL, n.HEARTBEAT_AT, n.ACTIVE_JOBS,"
                        + " n.HEAP_USED, " + now + " as NOW_MS,"
                        + " case when l.HOLDER = n.ID and l.LEASE_UNTIL >= " + now + " then 1 else 0 end as LEADS"
                        + " from WT_NODE n left join WT_LEADER l on l.ID = 1 order by n.ID",
                row -> new Row(
                        new NodeStatus(
                                row.getString("ID"),
                                NodeRole.valueOf(row.getString("ROLE")),
                                URI.create(row.getString("ADDRESS")),
                                row.getLong("EPOCH"),
                                LeaseState.valueOf(row.getString("STATE")),
                                row.getInt("LEADS") == 1,
                                Instant.ofEpochMilli(row.getLong("LEASE_UNTIL")),
                                row.getInt("ACTIVE_JOBS"),
                                row.getLong("HEAP_USED")),
                        Duration.ofMillis(row.getLong("NOW_MS") - row.getLong("HEARTBEAT_AT")),
                        Duration.ofMillis(row.getLong("LEASE_UNTIL") - row.getLong("NOW_MS"))));
    }

    /// The epoch that holds for a node; it cannot be raised until the caller's transaction ends.
    public static Optional<Long> heldEpoch(Connection transaction, String node) throws SQLException {
        return Fence.heldEpoch(transaction, node);
    }

    private static void expectOne(int rows) throws SQLException {
        if (rows != 1) {
            throw new SQLException("The node's row was not written");
        }
    }
}
