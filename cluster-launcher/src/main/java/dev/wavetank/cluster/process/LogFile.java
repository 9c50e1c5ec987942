package dev.wavetank.cluster.process;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Subscription;
import dev.wavetank.cluster.runtime.Disk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Reads a growing log file line by line.
final class LogFile {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private LogFile() {}

    static Subscription read(Path file, boolean follow, String name, Consumer<String> line) throws ClusterException {
        if (!follow) {
            try (InputStream in = Files.newInputStream(file)) {
                Lines lines = new Lines(line);
                lines.drain(in);
                lines.finish();
            } catch (NoSuchFileException notYet) {
                return () -> {};
            } catch (IOException e) {
                throw Disk.explain("The log " + file + " cannot be read.", file, e);
            }
            return () -> {};
        }
        CountDownLatch closed = new CountDownLatch(1);
        Thread.ofVirtual().name("log-" + name).start(() -> follow(file, closed, new Lines(line)));
        return closed::countDown;
    }

    private static void follow(Path file, CountDownLatch closed, Lines lines) {
        try {
            while (!Files.exists(file)) {
                if (closed.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                do {
                    lines.drain(in);
                } while (!closed.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
            }
        } catch (IOException removedWithTheCluster) {
            lines.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Cuts bytes into lines; a line is heard when its end has come.
    private static final class Lines {
        private final Consumer<String> line;
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
        private final byte[] buffer = new byte[8192];

        Lines(Consumer<String> line) {
            this.line = line;
        }

        void drain(InputStream in) throws IOException {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') finish();
                    else begun.write(buffer[i]);
                }
            }
        }

        void finish() {
            if (begun.size() == 0) return;
            line.accept(begun.toString(StandardCharsets.UTF_8));
            begun.reset();
        }
    }
}
