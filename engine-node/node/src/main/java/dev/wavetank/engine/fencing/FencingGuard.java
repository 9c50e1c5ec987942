package dev.wavetank.engine.fencing;

import java.sql.Connection;
import java.sql.SQLException;

/// The last question before a commit: does the epoch under which this transaction began still hold?
@FunctionalInterface
public interface FencingGuard {
    /// Runs in the transaction that is about to commit, on its own connection, and holds the epoch until it ends,
    /// so that a takeover waits for this commit or this commit sees the takeover.
    ///
    /// @param epoch the node's epoch when the transaction began, not the one it may have by now
    /// @throws StaleEpochException when another epoch holds: the transaction must roll back
    void check(Connection transaction, long epoch) throws SQLException;
}
