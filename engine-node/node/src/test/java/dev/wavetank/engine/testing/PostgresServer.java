package dev.wavetank.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real PostgreSQL, started once per test run from the system's own binaries and removed at its end.
public final class PostgresServer {
    private static final Path BINARIES = Stream.of("17", "16", "15", "14")
            .map(version -> Path.of("/usr/lib/postgresql", version, "bin"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("PostgreSQL is missing: install the package postgresql"));
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private static final class Holder {
        static final PostgresServer INSTANCE = new PostgresServer();
    }

    public static final String USER = "wavetank";
    public static final String PASSWORD = "unused-on-loopback";

    private final int port;
    private final Path folder;

    private PostgresServer() {
        try {
            folder = Files.createTempDirectory("wavetank-postgres");
            port = freePort();
            if (ROOT) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            asOwner(
                    "initdb",
                    "-D",
                    folder.resolve("data").toString(),
                    "-U",
                    USER,
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--no-sync");
            start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Starts it, after a crash too: then it recovers from its log.
    void start() throws IOException {
        asOwner(
                "pg_ctl",
                "-D",
                folder.resolve("data").toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
                        + " -c unix_socket_directories=" + folder,
                "start");
    }

    /// Ends all its processes at once, without a checkpoint and without a word to its clients.
    void crash() throws IOException {
        asOwner("pg_ctl", "-D", folder.resolve("data").toString(), "-w", "-m", "immediate", "stop");
    }

    public static PostgresServer shared() {
        return Holder.INSTANCE;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Runs one statement in the maintenance database, for example `create database`.
    public void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void stop(Path folder) {
        try {
            asOwner("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException leftBehind) {
            System.err.println("A PostgreSQL is left in " + folder + ": " + leftBehind);
        }
    }

    private static void asOwner(String binary, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(BINARIES.resolve(binary).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Path log = Files.createTempFile("wavetank-postgres", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new java.io.File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " failed: " + Files.readString(log));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
