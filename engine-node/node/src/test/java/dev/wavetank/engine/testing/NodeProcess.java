package dev.wavetank.engine.testing;

import dev.wavetank.engine.Main;
import dev.wavetank.engine.database.DatabaseSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A node as it runs in production: a process of its own, told everything by its environment.
public final class NodeProcess implements AutoCloseable {
    private final ProcessBuilder builder;
    private final Process process;
    private final Path folder;
    private final int port;

    private NodeProcess(ProcessBuilder builder, Process process, Path folder, int port) {
        this.builder = builder;
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    public static NodeProcess start(
            String role, String node, DatabaseSettings database, String clusterSecret, String administratorKey)
            throws IOException {
        return start(role, node, database, clusterSecret, administratorKey, Map.of());
    }

    /// @param more of the environment
    public static NodeProcess start(
            String role,
            String node,
            DatabaseSettings database,
            String clusterSecret,
            String administratorKey,
            Map<String, String> more)
            throws IOException {
        Path folder = Files.createTempDirectory("wavetank-" + node);
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx" + (role.equals("gateway") ? "40m" : "96m"),
                "-Xmn" + (role.equals("gateway") ? "8m" : "32m"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                role));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("WAVETANK_CLUSTER", "test");
        environment.put("WAVETANK_NODE", node);
        environment.put("WAVETANK_PORT", Integer.toString(port));
        environment.put("WAVETANK_DB_URL", database.url());
        environment.put("WAVETANK_DB_USER", database.user());
        environment.put(
                "WAVETANK_DB_PASSWORD_FILE",
                secret(folder, "db", database.password().reveal()));
        environment.put("WAVETANK_CLUSTER_SECRET_FILE", secret(folder, "cluster", clusterSecret));
        environment.put("WAVETANK_ADMIN_KEY_FILE", secret(folder, "admin", administratorKey));
        environment.putAll(more);
        return new NodeProcess(builder, builder.start(), folder, port);
    }

    /// The same node on the same port, after it ended.
    public NodeProcess again() throws IOException {
        return new NodeProcess(builder, builder.start(), folder, port);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// SIGKILL.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// SIGTERM.
    ///
    /// @return the exit code
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("It does not stop: " + log());
        return process.exitValue();
    }

    /// SIGSTOP.
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /// SIGCONT.
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (code != 0) throw new IOException("kill " + signal + " failed with " + code);
    }

    private static String secret(Path folder, String name, String value) throws IOException {
        return Files.writeString(folder.resolve(name), value).toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
