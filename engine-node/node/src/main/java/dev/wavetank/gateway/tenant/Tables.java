package dev.wavetank.gateway.tenant;

import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.web.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The database, with its failures told as problems.
final class Tables {
    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /// @throws ProblemException 503 if the database is away
    <T> T query(Jdbc.Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException away) {
            throw away();
        }
    }

    /// @throws ProblemException 503 if the database is away
    <T> T transaction(Jdbc.Work<T> work) {
        return query(connection -> Jdbc.transaction(connection, work));
    }

    /// Whether a row was refused because there is one of its name.
    static boolean isTaken(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("23");
    }

    static ProblemException away() {
        return ProblemException.unavailable(
                "database-away", "The cluster's database does not answer; try again in a moment.");
    }
}
