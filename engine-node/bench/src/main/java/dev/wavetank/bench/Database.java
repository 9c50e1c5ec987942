package dev.wavetank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A database server of its own for each subject, so that its processor time can be told apart: our H2 role, or
/// PostgreSQL with its defaults. No acknowledged commit is lost when one is killed.
record Database(String url, ServerProcess process) {
    private static final List<String> VERSIONS = List.of("17", "16", "15", "14");

    static Database start(Ground ground, String name) {
        return ground.postgresql() ? postgresql(ground, name) : h2(ground, name);
    }

    /// For an application that does not know our way to wait for the disk: its H2 writes at each commit.
    static Database forPeer(Ground ground, String name) {
        Database database = start(ground, name);
        if (!ground.postgresql()) database.execute(Stream.of("SET WRITE_DELAY 0"));
        return database;
    }

    static Database h2(Ground ground, String name) {
        int port = Ground.freePort();
        Path password = ground.write("password", Ground.PASSWORD);
        List<String> command = new ArrayList<>(List.of(ground.java()));
        command.addAll(ground.jvm());
        command.addAll(List.of("-Xmx256m", "-cp", Tank.library(ground), Tank.MAIN, "database"));
        ServerProcess process = ground.start(
                "database-" + name,
                command,
                Map.of(
                        "WAVETANK_NODE", "database",
                        "WAVETANK_PORT", Integer.toString(Ground.freePort()),
                        "WAVETANK_DB_URL", "jdbc:h2:tcp://127.0.0.1:" + port + "/wavetank",
                        "WAVETANK_DB_PASSWORD_FILE", password.toString(),
                        "WAVETANK_DATA", ground.folder().resolve("data-" + name).toString()),
                "\"ready: ");
        return new Database("jdbc:h2:tcp://127.0.0.1:" + port + "/wavetank", process);
    }

    /// A further database of the same H2 server, made on its files since the server makes none.
    Database sibling(Ground ground, String name, String database) {
        Path file = ground.folder().resolve("data-" + name).resolve(database);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file, Ground.USER, Ground.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Database(url.replaceFirst("/wavetank$", "/" + database), process);
    }

    private static Database postgresql(Ground ground, String name) {
        Path binaries = VERSIONS.stream()
                .map(version -> Path.of("/usr/lib/postgresql", version, "bin"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is missing: install the package postgresql"));
        Path folder = ground.folder().resolve("postgresql-" + name);
        int port = Ground.freePort();
        try {
            Files.createDirectory(folder);
            if (root()) {
                Files.setPosixFilePermissions(
                        ground.folder(), java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
                run(ground, name + "-owner", List.of("chown", "postgres", folder.toString()));
            }
            run(
                    ground,
                    name + "-initdb",
                    asOwner(binaries.resolve("initdb"), "-D", folder + "/data", "-U", Ground.USER, "-A", "trust"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        ServerProcess process = ground.start(
                "postgresql-" + name,
                asOwner(
                        binaries.resolve("postgres"),
                        "-D",
                        folder + "/data",
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=" + folder),
                Map.of(),
                "ready to accept connections");
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/postgres", process);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asOwner(Path binary, String... arguments) {
        List<String> command = new ArrayList<>();
        if (root()) command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        command.add(binary.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(Ground ground, String name, List<String> command) {
        try (ServerProcess once = ServerProcess.start(name, ground.folder(), command, Map.of(), "")) {
            once.awaitEnd();
        } catch (InterruptedException | IOException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, Ground.USER, Ground.PASSWORD);
    }

    /// Runs statements, each by itself.
    void execute(Stream<String> statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements.toList()) statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
