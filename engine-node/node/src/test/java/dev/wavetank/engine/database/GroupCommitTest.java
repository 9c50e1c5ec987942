package dev.wavetank.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.security.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a connection has acknowledged is in the file, whatever way it was written.
class GroupCommitTest {
    private static final int WRITERS = 6;
    private static final int COMMITS = 40;

    @TempDir
    Path folder;

    private H2Server server;

    @BeforeEach
    void start() throws Exception {
        server = H2Server.start("127.0.0.1", 0, folder, "wavetank", "secret");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table T (ID int primary key)");
        }
    }

    @AfterEach
    void stop() {
        try {
            server.close();
        } catch (SQLException crashed) {
            // as most tests have it
        }
    }

    private Connection connect() throws SQLException {
        String url = "jdbc:h2:tcp://127.0.0.1:" + server.port() + "/wavetank";
        return new H2DataSource(url, new DatabaseSettings(url, "wavetank", new Secret("secret"))).getConnection();
    }

    /// Without a checkpoint, as if the process were killed.
    private void crashAndStartAgain() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException gone) {
            // it is
        }
        stop();
        server = H2Server.start("127.0.0.1", 0, folder, "wavetank", "secret");
    }

    private Set<Integer> rows() throws SQLException {
        Set<Integer> rows = ConcurrentHashMap.newKeySet();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select ID from T")) {
            while (found.next()) rows.add(found.getInt(1));
        }
        return rows;
    }

    @Test
    void ofManyWritersEachCommitIsThere() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<?> writer : IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(number -> writers.submit(() -> {
                        write(number);
                        return null;
                    }))
                    .toList()) writer.get();
        }
        crashAndStartAgain();
        assertThat(rows()).hasSize(WRITERS * COMMITS);
    }

    private void write(int writer) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < COMMITS; i++) {
                try (PreparedStatement insert = connection.prepareStatement("insert into T values (?)")) {
                    insert.setInt(1, writer * COMMITS + i);
                    insert.executeUpdate();
                }
                connection.commit();
            }
        }
    }

    @Test
    void whatCommitsByItselfIsThere() throws Exception {
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement("insert into T values (?)")) {
            insert.setInt(1, 7);
            insert.executeUpdate();
        }
        crashAndStartAgain();
        assertThat(rows()).containsExactly(7);
    }

    @Test
    void aTextBroughtLaterIsThere() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into T values (8)");
        }
        crashAndStartAgain();
        assertThat(rows()).containsExactly(8);
    }

    @Test
    void withoutAskingItIsNotThere() throws Exception {
        try (Connection plain = DriverManager.getConnection(
                        "jdbc:h2:tcp://127.0.0.1:" + server.port() + "/wavetank", "wavetank", "secret");
                Statement statement = plain.createStatement()) {
            statement.execute("insert into T values (9)");
        }
        crashAndStartAgain();
        assertThat(rows()).as("the control: else the other tests show nothing").isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotThere() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into T values (1)");
            connection.commit();
            statement.execute("insert into T values (2)");
            connection.rollback();
            connection.commit();
        }
        crashAndStartAgain();
        assertThat(rows()).containsExactly(1);
    }
}
