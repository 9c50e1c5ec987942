package dev.wavetank.cluster.testing;

import dev.wavetank.cluster.api.LauncherSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// Packs the stand-in node program as a folder of one jar.
public final class StandInProgram {
    private StandInProgram() {}

    private static Path packInto(Path folder) throws IOException {
        Path library = Files.createDirectories(folder.resolve("node-lib"));
        try (OutputStream out = Files.newOutputStream(library.resolve("stand-in.jar"));
                JarOutputStream jar = new JarOutputStream(out);
                InputStream main = dev.wavetank.engine.Main.class.getResourceAsStream("Main.class")) {
            JarEntry entry = new JarEntry("dev/wavetank/engine/Main.class");
            entry.setTime(0);
            jar.putNextEntry(entry);
            main.transferTo(jar);
        }
        return library;
    }

    /// Settings for a launcher of stand-ins in a fresh folder. The cache is the user's own: what is made of
    /// the JDK for
    /// the image is the same for every program.
    public static LauncherSettings settings() {
        try {
            Path folder = Files.createTempDirectory("wavetank-test-");
            return new LauncherSettings(
                    folder.resolve("state"),
                    LauncherSettings.fromEnvironment().cache(),
                    Optional.of(packInto(folder)),
                    Optional.empty(),
                    Path.of(System.getProperty("java.home")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
