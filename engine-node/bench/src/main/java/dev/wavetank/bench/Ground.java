package dev.wavetank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/// Where one benchmark runs: a temporary folder, and the processes it started; closing, or Ctrl+C, ends and removes
/// them
/// all.
///
/// @param source     the folder `engine-node` of the source tree
/// @param postgresql whether databases are PostgreSQL instead of H2
/// @param small      whether to try everything with a few tenants instead of to measure
/// @param jvm        the options that every Java server gets, ours and the peers
record Ground(
        Path source, Path folder, boolean postgresql, boolean small, List<String> jvm, Deque<AutoCloseable> started)
        implements AutoCloseable {
    static final String USER = "wavetank";
    static final String PASSWORD = "loopback-only";

    static Ground open(Path source, boolean postgresql, boolean small, List<String> jvm) {
        try {
            Ground ground = new Ground(
                    source,
                    Files.createTempDirectory("wavetank-bench-"),
                    postgresql,
                    small,
                    List.copyOf(jvm),
                    new ConcurrentLinkedDeque<>());
            Runtime.getRuntime().addShutdownHook(new Thread(ground::close));
            return ground;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ServerProcess start(String name, List<String> command, Map<String, String> environment, String ready) {
        return keep(ServerProcess.start(name, folder, command, environment, ready));
    }

    <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable part = started.poll(); part != null; part = started.poll()) {
            try {
                part.close();
            } catch (Exception stubborn) {
                System.err.println("A server did not end: " + stubborn);
            }
        }
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException left) {
            System.err.println("Something is left in " + folder + ": " + left);
        }
    }
}
