package dev.wavetank.gateway.takeover;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.DatabaseClock;
import dev.wavetank.engine.membership.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// Removes what nobody asks for any more: the cluster's facts, finished takeovers and idempotency keys of more than
/// seven days. What is not finished stays, however old.
///
/// The leader does it between two looks at the nodes, so one pass is short: a thousand rows of a table, and the
/// next pass goes on. Two leaders at once would do no harm.
public final class Housekeeping {
    private static final Duration KEEP = Duration.ofDays(7);
    private static final int AT_ONCE = 1000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final DataSource database;
    private final String eventsAndTakeoversBefore;
    private long nextPass = System.nanoTime();

    public Housekeeping(DataSource database, Dialect dialect) {
        this.database = database;
        this.eventsAndTakeoversBefore = DatabaseClock.now(dialect) + " - " + KEEP.toMillis();
    }

    /// A pass if it is time for one; called by one thread, as often as it likes.
    void goOn() throws SQLException {
        if (System.nanoTime() - nextPass >= 0 && pass() == 0) {
            nextPass = System.nanoTime() + PAUSE.toNanos();
        }
    }

    /// @return rows removed; none are left to remove if it is zero
    int pass() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Jdbc.update(
                            connection,
                            "delete from WT_EVENT where ID in (select ID from WT_EVENT where AT < "
                                    + eventsAndTakeoversBefore + " fetch first " + AT_ONCE + " rows only)")
                    + Jdbc.update(
                            connection,
                            "delete from WT_TAKEOVER where STEP in ('DONE', 'SKIPPED') and STARTED_AT < "
                                    + eventsAndTakeoversBefore)
                    + Jdbc.update(
                            connection,
                            "delete from WT_IDEMPOTENCY where (TENANT, IDEM_KEY) in (select TENANT, IDEM_KEY from"
                                    + " WT_IDEMPOTENCY where CREATED_AT < CURRENT_TIMESTAMP - INTERVAL '"
                                    + KEEP.toDays() + "' DAY fetch first " + AT_ONCE + " rows only)");
        }
    }
}
