package dev.wavetank.cluster.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// Packs the stand-in node program as a folder of one jar.
public final class StandInProgram {
    private StandInProgram() {}

    public static Path packInto(Path folder) throws IOException {
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
}
