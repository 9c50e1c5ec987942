package dev.wavetank.cluster.testing;

import dev.wavetank.cluster.api.LauncherSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// Packs the stand-in node program as a folder of one jar.
public final class StandInProgram {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private StandInProgram() {}

    /// Settings for a launcher of stand-ins: clusters in a fresh folder; what is made once per version in the
    /// build's folder, so that the user's own cache stays as it is.
    public static LauncherSettings settings() {
        try {
            return new LauncherSettings(
                    Files.createTempDirectory("wavetank-test-").resolve("state"),
                    TARGET.resolve("test-cache"),
                    Optional.of(pack()),
                    Optional.empty(),
                    Path.of(System.getProperty("java.home")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A jar that has not changed is left alone, so that what was made of it stays good.
    private static synchronized Path pack() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes);
                InputStream main = dev.wavetank.engine.Main.class.getResourceAsStream("Main.class")) {
            JarEntry entry = new JarEntry("dev/wavetank/engine/Main.class");
            entry.setTime(0);
            jar.putNextEntry(entry);
            main.transferTo(jar);
        }
        Path library = Files.createDirectories(TARGET.resolve("test-node-lib"));
        Path file = library.resolve("stand-in.jar");
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes.toByteArray())) {
            Files.write(file, bytes.toByteArray());
        }
        return library;
    }
}
