package dev.wavetank.engine.membership;

import dev.wavetank.engine.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/// Nodes that are in the lease table without a process behind them.
public final class TestNodes {
    private TestNodes() {}

    /// Enters a node that will never send a heartbeat.
    ///
    /// @return its epoch
    public static long enter(TestDatabase database, NodeIdentity node) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Jdbc.transaction(
                    connection,
                    transaction -> new NodeTable(database.dialect()).join(transaction, node, LeaseTerms.DEFAULT));
        }
    }
}
