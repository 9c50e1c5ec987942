package dev.wavetank.engine.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.database.ConnectionPool;
import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.database.H2Server;
import dev.wavetank.engine.flowable.FlowableSchema;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.schema.SchemaSteps;
import dev.wavetank.engine.security.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// A real database server with the whole schema, fresh for each test: H2 over TCP, or PostgreSQL. The schema is
/// made once for each kind and copied.
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String H2_FILE = "wavetank.mv.db";

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final Life life;

    /// The server's; both kinds crash without a checkpoint.
    private interface Life {
        void crash() throws Exception;

        void start() throws Exception;

        void close() throws Exception;
    }

    private static final class H2Life implements Life {
        private final Path folder;
        private H2Server server;
        private boolean crashed;

        private H2Life(Path folder) throws IOException, SQLException {
            this.folder = folder;
            this.server = H2Server.start("127.0.0.1", 0, folder, "wavetank", "secret");
        }

        @Override
        public void crash() throws Exception {
            crashed = true;
            DatabaseSettings settings = h2Settings(server);
            try (Connection connection = DriverManager.getConnection(
                            settings.url(), settings.user(), settings.password().reveal());
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            } catch (SQLException itIsGone) {
                // as it should be
            }
            try {
                server.close();
            } catch (SQLException itIsGone) {
                // as it should be
            }
        }

        @Override
        public void start() throws Exception {
            server = H2Server.start("127.0.0.1", server.port(), folder, "wavetank", "secret");
        }

        @Override
        public void close() throws Exception {
            // Within one process H2 miscounts its file after a crash, and a checked shutdown says so.
            if (crashed) crash();
            else server.close();
            delete(folder);
        }
    }

    private static final class PostgresLife implements Life {
        private final String name;

        private PostgresLife(String name) {
            this.name = name;
        }

        @Override
        public void crash() throws Exception {
            PostgresServer.shared().crash();
        }

        @Override
        public void start() throws Exception {
            PostgresServer.shared().start();
        }

        @Override
        public void close() {
            PostgresServer.shared().administer("drop database " + name + " with (force)");
        }
    }

    private static final class H2Template {
        static final byte[] FILE = create();

        private static byte[] create() {
            try {
                Path folder = Files.createTempDirectory("wavetank-h2-template");
                H2Server server = H2Server.start("127.0.0.1", 0, folder, "wavetank", "secret");
                migrate(h2Settings(server));
                server.close();
                byte[] file = Files.readAllBytes(folder.resolve(H2_FILE));
                delete(folder);
                return file;
            } catch (IOException | SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static final class PostgresTemplate {
        static final String NAME = create();

        private static String create() {
            PostgresServer.shared().administer("create database migrated");
            try {
                migrate(postgresSettings("migrated"));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return "migrated";
        }
    }

    private TestDatabase(DatabaseSettings settings, Life life) {
        this.settings = settings;
        this.life = life;
        this.pool = ConnectionPool.open(settings, "test", 8, true);
    }

    public static TestDatabase open(Dialect dialect) {
        return switch (dialect) {
            case H2 -> h2();
            case POSTGRESQL -> postgres();
        };
    }

    public static TestDatabase h2() {
        try {
            byte[] template = H2Template.FILE;
            Path folder = Files.createTempDirectory("wavetank-h2");
            Files.write(folder.resolve(H2_FILE), template);
            H2Life life = new H2Life(folder);
            return new TestDatabase(h2Settings(life.server), life);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static TestDatabase postgres() {
        String template = PostgresTemplate.NAME;
        String name = "test" + NEXT.incrementAndGet();
        PostgresServer.shared().administer("create database " + name + " template " + template);
        return new TestDatabase(postgresSettings(name), new PostgresLife(name));
    }

    /// Ends the server in the middle of its work.
    public void crash() throws Exception {
        life.crash();
    }

    /// Starts the server again after a crash.
    public void start() throws Exception {
        life.start();
    }

    public DatabaseSettings settings() {
        return settings;
    }

    public Dialect dialect() {
        return settings.dialect();
    }

    public DataSource dataSource() {
        return pool;
    }

    public int update(String sql, Object... arguments) {
        try (Connection connection = pool.getConnection()) {
            return Jdbc.update(connection, sql, arguments);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The first column of every row, as text.
    public List<String> strings(String sql, Object... arguments) {
        try (Connection connection = pool.getConnection()) {
            return Jdbc.list(connection, sql, row -> String.valueOf(row.getString(1)), arguments);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public long number(String sql, Object... arguments) {
        return Long.parseLong(strings(sql, arguments).getFirst());
    }

    @Override
    public void close() {
        pool.close();
        try {
            life.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void migrate(DatabaseSettings settings) throws SQLException {
        try (HikariDataSource pool = ConnectionPool.forMigration(settings, "migrate")) {
            new SchemaSteps(pool, settings.dialect()).apply(() -> FlowableSchema.update(pool));
        }
    }

    private static DatabaseSettings h2Settings(H2Server server) {
        return new DatabaseSettings(
                "jdbc:h2:tcp://127.0.0.1:" + server.port() + "/wavetank", "wavetank", new Secret("secret"));
    }

    private static DatabaseSettings postgresSettings(String database) {
        return new DatabaseSettings(
                PostgresServer.shared().url(database), PostgresServer.USER, new Secret(PostgresServer.PASSWORD));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
