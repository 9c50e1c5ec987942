package dev.wavetank.differential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The stock Flowable REST application in a process of its own; started with the first test that asks, shared by
/// all, ended with the tests.
public final class StockRest {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final long PATIENCE_SECONDS = 180;
    private static final int LINES_KEPT = 60;

    private static StockRest shared;

    private final Process process;
    private final int port;

    private StockRest(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// The one of these tests.
    public static synchronized StockRest shared() {
        if (shared == null || !shared.process.isAlive()) shared = start();
        return shared;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static StockRest start() {
        Path peer = Path.of(System.getProperty("wavetank.root"), "engine-node", "peer", "target");
        try {
            String libraries = Files.readString(peer.resolve("peer.classpath")).strip();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            peer.resolve("classes") + System.getProperty("path.separator") + libraries,
                            "dev.wavetank.peer.Peer",
                            "--server.port=0")
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            CompletableFuture<Integer> port = new CompletableFuture<>();
            Thread.ofVirtual().name("stock-log").start(() -> read(process, port));
            return new StockRest(process, port.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (Exception failed) {
            throw new AssertionError(
                    "Stock Flowable REST did not start; build it with: mvn process-classes -pl engine-node/peer -am",
                    failed);
        }
    }

    /// Reads the log to its end, or the process would stand still at a full pipe.
    private static void read(Process process, CompletableFuture<Integer> port) {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                last.add(line);
                if (last.size() > LINES_KEPT) last.remove();
                Matcher started = PORT.matcher(line);
                if (started.find()) port.complete(Integer.valueOf(started.group(1)));
            }
        } catch (IOException ended) {
            last.add(ended.toString());
        }
        port.completeExceptionally(new IOException("It ended: " + String.join("\n", last)));
    }
}
