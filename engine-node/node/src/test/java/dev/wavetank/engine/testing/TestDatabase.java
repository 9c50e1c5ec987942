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
import java.sql.SQLException;
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
    private final Closing closing;

    private interface Closing {
        void close() throws Exception;
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

    private TestDatabase(DatabaseSettings settings, Closing closing) {
        this.settings = settings;
        this.closing = closing;
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
            H2Server server = H2Server.start("127.0.0.1", 0, folder, "wavetank", "secret");
            return new TestDatabase(h2Settings(server), () -> {
                server.close();
                delete(folder);
            });
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static TestDatabase postgres() {
        String template = PostgresTemplate.NAME;
        String name = "test" + NEXT.incrementAndGet();
        PostgresServer.shared().administer("create database " + name + " template " + template);
        return new TestDatabase(
                postgresSettings(name),
                () -> PostgresServer.shared().administer("drop database " + name + " with (force)"));
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
            closing.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void migrate(DatabaseSettings settings) throws SQLException {
        try (HikariDataSource pool = ConnectionPool.open(settings, "migrate", 4, true)) {
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
