package dev.wavetank.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.database.ConnectionPool;
import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.flowable.FlowableSchema;
import dev.wavetank.engine.ops.DatabaseProbe;
import dev.wavetank.engine.ops.Health;
import dev.wavetank.engine.schema.SchemaSteps;
import dev.wavetank.engine.web.NodeServer;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires an engine node: the pool, the engine and the HTTP server over it.
final class EngineRole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRole.class);
    /// One for each job worker, four for requests.
    private static final int CONNECTIONS = 12;

    private final HikariDataSource pool;
    private final Engine engine;
    private final NodeServer server;

    private EngineRole(HikariDataSource pool, Engine engine, NodeServer server) {
        this.pool = pool;
        this.engine = engine;
        this.server = server;
    }

    static EngineRole start(NodeSettings settings) throws SQLException, StartRefusedException {
        HikariDataSource pool = ConnectionPool.open(settings.database(), settings.node(), CONNECTIONS, false);
        requireSchema(settings, pool);
        Engine engine = Engine.build(pool, settings.node());
        Health health =
                new Health("database", new DatabaseProbe(pool)::answers).and("executor", engine::executorActive);
        NodeServer server = NodeServer.start(settings.bind(), settings.port(), settings.node(), health::routes);
        engine.startExecutor();
        EngineRole role = new EngineRole(pool, engine, server);
        Shutdown.onTerm(role::close);
        LOG.info("ready: engine on port {}", server.port());
        return role;
    }

    private static void requireSchema(NodeSettings settings, DataSource pool)
            throws SQLException, StartRefusedException {
        Optional<String> version = FlowableSchema.version(pool);
        if (version.isEmpty()) {
            throw new StartRefusedException("The database has no engine schema: run the role migrate once, first.");
        }
        if (!version.get().equals(FlowableSchema.expected())) {
            throw new StartRefusedException("The schema is of version " + version.get() + ", this program needs "
                    + FlowableSchema.expected() + ": run the role migrate of this program first.");
        }
        Optional<String> step = new SchemaSteps(pool, settings.database().dialect()).firstMissing();
        if (step.isPresent()) {
            throw new StartRefusedException(
                    "The schema lacks the step " + step.get() + ": run the role migrate of this program first.");
        }
    }

    @Override
    public void close() {
        engine.stopExecutor();
        server.close();
        engine.close();
        pool.close();
    }
}
