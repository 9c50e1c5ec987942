package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;

import dev.wavetank.engine.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A node as a process of its own, started as the launcher starts it, so that it can be killed.
final class ChildNode implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready: engine on port (\\d+)");

    private final Process process;
    private final Path log;

    private ChildNode(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ChildNode start(DatabaseSettings database, String node, String role, Path folder) throws IOException {
        Path password = Files.writeString(
                folder.resolve("password"), database.password().reveal());
        Path secret = Files.writeString(folder.resolve("secret"), TestNode.SECRET);
        Path log = Files.createTempFile(folder, node, ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                role));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("WAVETANK_"));
        environment.put("WAVETANK_NODE", node);
        environment.put("WAVETANK_PORT", "0");
        environment.put("WAVETANK_DB_URL", database.url());
        environment.put("WAVETANK_DB_USER", database.user());
        environment.put("WAVETANK_DB_PASSWORD_FILE", password.toString());
        environment.put("WAVETANK_CLUSTER_SECRET_FILE", secret.toString());
        return new ChildNode(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    /// Waits until it is ready.
    RestClient as(String tenant) {
        eventually("the child is ready", Duration.ofSeconds(120), () -> ready().find() || !process.isAlive());
        Matcher ready = ready();
        if (!ready.find()) throw new AssertionError("The child ended: " + said());
        return new RestClient(Integer.parseInt(ready.group(1)), tenant, TestNode.SECRET);
    }

    private Matcher ready() {
        return READY.matcher(said());
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /// SIGKILL: nothing of it runs on.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// SIGTERM; answers the exit code.
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) throw new AssertionError("The child does not end: " + said());
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
