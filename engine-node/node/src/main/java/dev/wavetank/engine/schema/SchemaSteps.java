package dev.wavetank.engine.schema;

import dev.wavetank.engine.database.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings our own tables to the state this program needs.
///
/// A step is one resource `NNN-name.sql` beside this class, listed in `steps.txt` in its order; where the
/// databases differ, `NNN-name.h2.sql` and `NNN-name.postgresql.sql` stand in its place. Statements end with `;`
/// at a line's end. A step that was ever released is never changed: add another. What was applied is in
/// `WT_SCHEMA`; its row `lock` makes a second migration wait for the first, so that migrating twice, even at once,
/// does no harm.
public final class SchemaSteps {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaSteps.class);
    private static final String LOCK = "lock";

    private final DataSource dataSource;
    private final Dialect dialect;

    public SchemaSteps(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /// Work done while this migration is the only one, before our own steps.
    @FunctionalInterface
    public interface Before {
        void run() throws SQLException;
    }

    public void apply(Before before) throws SQLException {
        try (Connection holder = dataSource.getConnection()) {
            createVersionTable(holder);
            holder.setAutoCommit(false);
            lock(holder);
            before.run();
            for (String step : names()) {
                applyOnce(step);
            }
            holder.commit();
        }
    }

    /// The first step that is not applied yet; empty when this program can run on the schema as it is.
    public Optional<String> firstMissing() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean present;
            try (ResultSet tables = connection.getMetaData().getTables(null, null, inCatalogCase("WT_SCHEMA"), null)) {
                present = tables.next();
            }
            for (String step : names()) {
                if (!present || !applied(connection, step)) return Optional.of(step);
            }
            return Optional.empty();
        }
    }

    private void createVersionTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS WT_SCHEMA"
                    + " (NAME VARCHAR(100) PRIMARY KEY, APPLIED_AT TIMESTAMP WITH TIME ZONE NOT NULL)");
            if (!applied(connection, LOCK)) insert(connection, LOCK);
        } catch (SQLException alreadyThere) {
            if (!applied(connection, LOCK)) throw alreadyThere;
        }
    }

    private void lock(Connection holder) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.setQueryTimeout(120);
            statement.execute("SELECT NAME FROM WT_SCHEMA WHERE NAME = '" + LOCK + "' FOR UPDATE");
        }
    }

    private void applyOnce(String step) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (applied(connection, step)) return;
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String sql : read(step).split(";\\s*(\\R|$)")) {
                    if (!sql.isBlank()) statement.execute(sql);
                }
            }
            insert(connection, step);
            connection.commit();
            LOG.info("Schema step {} applied", step);
        }
    }

    private static boolean applied(Connection connection, String step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM WT_SCHEMA WHERE NAME = ?")) {
            statement.setString(1, step);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void insert(Connection connection, String step) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO WT_SCHEMA VALUES (?, CURRENT_TIMESTAMP)")) {
            statement.setString(1, step);
            statement.executeUpdate();
        }
    }

    private String inCatalogCase(String table) {
        return dialect == Dialect.POSTGRESQL ? table.toLowerCase(java.util.Locale.ROOT) : table;
    }

    private static List<String> names() {
        return resource("steps.txt")
                .orElseThrow()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String read(String step) {
        return resource(step + "." + dialect.suffix() + ".sql")
                .or(() -> resource(step + ".sql"))
                .orElseThrow(() -> new IllegalStateException("The schema step " + step + " has no SQL."));
    }

    private static Optional<String> resource(String name) {
        try (InputStream stream = SchemaSteps.class.getResourceAsStream(name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The schema step " + name + " cannot be read.", unreadable);
        }
    }
}
