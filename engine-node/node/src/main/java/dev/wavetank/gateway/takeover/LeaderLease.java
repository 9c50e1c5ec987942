package dev.wavetank.gateway.takeover;

import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.ClusterEvents;
import dev.wavetank.engine.membership.DatabaseClock;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.membership.LeaseTerms;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/// The one row of `WT_LEADER`: whoever holds it under its epoch leads.
public final class LeaderLease {
    private final String gateway;
    private final String now;
    private final long leaseMillis;
    private final ClusterEvents events;

    public LeaderLease(String gateway, Dialect dialect, LeaseTerms terms) {
        this.gateway = gateway;
        this.now = DatabaseClock.now(dialect);
        this.leaseMillis = terms.leader().toMillis();
        this.events = new ClusterEvents(dialect);
    }

    /// Renews the lease that this gateway holds under this epoch.
    ///
    /// @return false if it has run out or another leads
    public boolean renew(Connection connection, long epoch) throws SQLException {
        return Jdbc.update(
                        connection,
                        "update WT_LEADER set LEASE_UNTIL = " + now + " + " + leaseMillis
                                + " where ID = 1 and HOLDER = ? and EPOCH = ? and LEASE_UNTIL >= " + now,
                        gateway,
                        epoch)
                == 1;
    }

    /// Takes the lease if it is free, under a new epoch.
    public OptionalLong tryTake(Connection connection) throws SQLException {
        return Jdbc.transaction(connection, transaction -> {
            if (Jdbc.update(
                            transaction,
                            "update WT_LEADER set HOLDER = ?, EPOCH = EPOCH + 1, LEASE_UNTIL = " + now + " + "
                                    + leaseMillis + " where ID = 1 and LEASE_UNTIL < " + now,
                            gateway)
                    == 0) {
                return OptionalLong.empty();
            }
            long epoch = Jdbc.first(transaction, "select EPOCH from WT_LEADER where ID = 1", row -> row.getLong(1))
                    .orElseThrow();
            events.append(
                    transaction, EventType.LEADER_CHANGED, gateway, epoch, gateway + " leads under epoch " + epoch);
            return OptionalLong.of(epoch);
        });
    }

    /// Gives the lease back, so that another gateway leads at once.
    public void resign(Connection connection, long epoch) throws SQLException {
        Jdbc.update(
                connection,
                "update WT_LEADER set LEASE_UNTIL = 0 where ID = 1 and HOLDER = ? and EPOCH = ?",
                gateway,
                epoch);
    }

    /// Whether this gateway leads under this epoch at this moment; waits for nobody.
    public boolean leads(Connection connection, long epoch) throws SQLException {
        return Jdbc.first(
                        connection,
                        "select 1 from WT_LEADER where ID = 1 and HOLDER = ? and EPOCH = ? and LEASE_UNTIL >= " + now,
                        row -> row.getInt(1),
                        gateway,
                        epoch)
                .isPresent();
    }

    /// Whether this gateway leads under this epoch; nobody else can until the caller's transaction ends.
    public boolean hold(Connection transaction, long epoch) throws SQLException {
        return Jdbc.first(
                        transaction,
                        "select 1 from WT_LEADER where ID = 1 and HOLDER = ? and EPOCH = ? and LEASE_UNTIL >= " + now
                                + " for update",
                        row -> row.getInt(1),
                        gateway,
                        epoch)
                .isPresent();
    }
}
