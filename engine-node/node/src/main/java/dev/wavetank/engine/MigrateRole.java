package dev.wavetank.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.database.ConnectionPool;
import dev.wavetank.engine.flowable.FlowableSchema;
import dev.wavetank.engine.schema.SchemaSteps;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/// The schema step, run once before any node: nodes that create the schema for themselves race, and only one of
/// three came up.
final class MigrateRole {
    private MigrateRole() {}

    static void run(NodeSettings settings) throws SQLException {
        try (HikariDataSource pool = ConnectionPool.forMigration(settings.database(), settings.node())) {
            new SchemaSteps(pool, settings.database().dialect()).apply(() -> FlowableSchema.update(pool));
        }
        LoggerFactory.getLogger(MigrateRole.class).info("The schema is up to date");
    }
}
