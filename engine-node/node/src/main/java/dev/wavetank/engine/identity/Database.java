package dev.wavetank.engine.identity;

import dev.wavetank.engine.membership.Jdbc;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Runs the statements of this package; a failure of the database goes up to the edge, which knows what it means.
final class Database {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    <T> T inTransaction(Jdbc.Work<T> work) {
        try {
            return Jdbc.transaction(source, work);
        } catch (SQLException failed) {
            throw new FailedStatementException(failed);
        }
    }
}
