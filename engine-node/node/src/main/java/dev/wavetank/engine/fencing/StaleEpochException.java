package dev.wavetank.engine.fencing;

import java.sql.SQLException;

/// The node was declared dead while it worked: its transaction is refused, nothing of it may stand.
public final class StaleEpochException extends SQLException {
    /// The SQL state class 40 means "transaction rollback", so every layer above takes it for what it is.
    private static final String ROLLBACK = "40000";

    public StaleEpochException(String node, long epoch) {
        super("The epoch " + epoch + " of " + node + " has passed: the transaction is refused.", ROLLBACK);
    }
}
