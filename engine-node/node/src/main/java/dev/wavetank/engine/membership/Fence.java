package dev.wavetank.engine.membership;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.fencing.StaleEpochException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A node's rows in `WT_FENCE`, which change only when its epoch does: what every commit is checked against.
///
/// A node has several equal rows, its stripes: H2 2.4 has only exclusive row locks, and with one row all of a
/// node's commits would queue there. A transaction holds one stripe, whoever raises the epoch needs them all.
/// So a commit comes before the takeover, which then sees its result, or it is refused.
final class Fence {
    static final int STRIPES = 16;

    private final String node;
    private final String sql;
    private final AtomicInteger next = new AtomicInteger();

    Fence(String node, Dialect dialect) {
        this.node = node;
        this.sql = "select EPOCH from WT_FENCE where NODE_ID = ? and STRIPE = ?"
                + switch (dialect) {
                    case H2 -> " for update";
                    case POSTGRESQL -> " for share";
                };
    }

    /// Keeps the epoch as it is until the caller's transaction ends.
    ///
    /// @throws StaleEpochException if another epoch holds
    void hold(Connection transaction, long epoch) throws SQLException {
        int stripe = Math.floorMod(next.getAndIncrement(), STRIPES);
        Optional<Long> current = Jdbc.first(transaction, sql, row -> row.getLong(1), node, stripe);
        if (current.isEmpty() || current.get() != epoch) {
            throw new StaleEpochException(node, epoch);
        }
    }

    /// Raises the epoch in the caller's transaction; waits for commits that hold a stripe.
    static void raise(Connection transaction, String node, long epoch) throws SQLException {
        int raised = Jdbc.update(transaction, "update WT_FENCE set EPOCH = ? where NODE_ID = ?", epoch, node);
        if (raised == STRIPES) {
            return;
        }
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            if (Jdbc.update(
                            transaction,
                            "insert into WT_FENCE (NODE_ID, STRIPE, EPOCH) values (?, ?, ?)",
                            node,
                            stripe,
                            epoch)
                    != 1) {
                throw new SQLException("The fence of " + node + " was not written");
            }
        }
    }

    /// The epoch that holds; the caller's transaction keeps it from being raised.
    static Optional<Long> heldEpoch(Connection transaction, String node) throws SQLException {
        return Jdbc.first(
                transaction,
                "select EPOCH from WT_FENCE where NODE_ID = ? and STRIPE = 0 for update",
                row -> row.getLong(1),
                node);
    }
}
