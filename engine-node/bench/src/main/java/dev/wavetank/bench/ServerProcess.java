package dev.wavetank.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A server of a benchmark as a process of its own; its output goes to a file.
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LINES_SHOWN = 30;

    private final String name;
    private final Process process;
    private final Path log;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /// Starts it and waits until its log says a sentence.
    static ServerProcess start(
            String name, Path folder, List<String> command, Map<String, String> environment, String ready) {
        Path log = folder.resolve(name + ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment);
            ServerProcess started = new ServerProcess(name, builder.start(), log);
            started.await(ready);
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        }
    }

    private void await(String ready) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(ready)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                close();
                throw new IOException(name + " did not start:\n" + end());
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private String end() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    /// Waits for a program that ends by itself.
    void awaitEnd() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(name + " failed:\n" + end());
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    double cpu() {
        return Usage.cpu(process.pid());
    }

    Usage usage() {
        return Usage.of(process.pid());
    }

    /// SIGTERM, and SIGKILL for one that does not listen.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
