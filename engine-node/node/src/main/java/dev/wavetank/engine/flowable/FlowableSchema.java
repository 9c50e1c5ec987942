package dev.wavetank.engine.flowable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;

/// Flowable's own tables: created or upgraded in the migration step only. Nodes start with the schema update off,
/// since nodes that do it for themselves race (only one of three came up), and the lock Flowable offers against
/// that hangs PostgreSQL for ever.
public final class FlowableSchema {
    private FlowableSchema() {}

    public static void update(DataSource dataSource) {
        EngineConfiguration configuration = new EngineConfiguration(dataSource, "migrate");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.buildProcessEngine().close();
    }

    /// The version of the tables; empty when there are none.
    public static Optional<String> version(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT VALUE_ FROM ACT_GE_PROPERTY WHERE NAME_ = 'schema.version'")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException noSuchTable) {
            return Optional.empty();
        }
    }

    /// The version this program's engine needs.
    public static String expected() {
        return ProcessEngine.VERSION;
    }
}
