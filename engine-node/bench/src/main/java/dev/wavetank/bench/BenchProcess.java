package dev.wavetank.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The processes that benchmarks run.
final class BenchProcess {
    private BenchProcess() {}

    /// @param name of the file beside the program, and of the process in it
    static String read(String name) {
        String file = name + ".bpmn20.xml";
        try (InputStream stream = Objects.requireNonNull(BenchProcess.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
