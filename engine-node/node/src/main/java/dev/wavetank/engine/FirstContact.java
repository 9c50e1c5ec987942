package dev.wavetank.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.database.DatabaseSettings;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// Waits at a node's start for a database that starts at the same time, or recovers from a crash.
public final class FirstContact {
    /// The pool waits three seconds for a connection.
    private static final int ATTEMPTS = 5;

    private FirstContact() {}

    /// @throws StartRefusedException if it cannot be reached
    public static void await(DatabaseSettings database, HikariDataSource pool)
            throws SQLException, StartRefusedException {
        for (int attempt = 1; ; attempt++) {
            try {
                pool.getConnection().close();
                return;
            } catch (SQLTransientConnectionException unreachable) {
                if (attempt == ATTEMPTS) {
                    throw new StartRefusedException(
                            "The database at " + database.url()
                                    + " cannot be reached: is it up, and the password right?",
                            unreachable);
                }
            }
        }
    }
}
