package dev.wavetank.cluster.image;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.runtime.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The Java runtime in the image: linked from the JDK that runs this program, with what a node needs and no
/// more.
///
/// @param home the linked runtime on this machine
/// @param key  changes with the JDK and with the list of modules
record JavaRuntime(Path home, String key) {
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.compiler",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.scripting",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.jfr",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /// Parts of `java.desktop` that need a screen or a sound card. A node needs its beans package alone.
    private static final List<String> NEEDLESS = List.of(
            "lib/libawt_xawt.so",
            "lib/libsplashscreen.so",
            "lib/libjsound.so",
            "lib/libjawt.so",
            "lib/libfontmanager.so",
            "lib/libfreetype.so",
            "lib/liblcms.so",
            "lib/libmlib_image.so",
            "lib/libjavajpeg.so",
            "legal",
            "man",
            "include");

    private static final long DEADLINE_SECONDS = 180;

    /// @throws ClusterException with code `IMAGE_BUILD_FAILED`
    static JavaRuntime link(Path jdk, Path cache, CancelToken cancel) throws ClusterException, IOException {
        String key = new Fingerprint()
                .add(String.join(",", MODULES))
                .add(String.join(",", NEEDLESS))
                .addContent(jdk.resolve("release"))
                .value();
        Path home = cache.resolve("java-" + key);
        if (Files.isDirectory(home)) return new JavaRuntime(home, key);
        Path jlink = jdk.resolve("bin/jlink");
        if (!Files.isExecutable(jlink)) {
            throw new ClusterException(
                    Code.IMAGE_BUILD_FAILED,
                    "The node image needs jlink, and there is none in " + jdk
                            + ": run with a whole JDK 25, not a JRE.");
        }
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "linking-");
        try {
            run(jlink, fresh.resolve("java"), fresh.resolve("jlink.log"), cancel);
            for (String name : NEEDLESS) Trees.delete(fresh.resolve("java").resolve(name));
            Trees.setModified(fresh.resolve("java"), FileTime.from(Layer.MODIFIED, TimeUnit.SECONDS));
            Files.move(fresh.resolve("java"), home);
            return new JavaRuntime(home, key);
        } finally {
            Trees.delete(fresh);
        }
    }

    private static void run(Path jlink, Path output, Path log, CancelToken cancel)
            throws IOException, ClusterException {
        Process process = new ProcessBuilder(
                        jlink.toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        output.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (var cancelled = cancel.onCancel(process::destroyForcibly)) {
            boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
            cancel.check();
            if (ended && process.exitValue() == 0) return;
            throw new ClusterException(
                    Code.IMAGE_BUILD_FAILED,
                    "jlink could not link a Java runtime for the image: "
                            + Files.readString(log).strip() + ". Try another JDK 25.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(Code.CANCELLED, "Interrupted while the Java runtime was linked.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    void writeTo(TarWriter tar, String place) throws IOException {
        tar.folder(place, new TarWriter.Owner(0, 0, 0755));
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted().toList()) {
                String name = place + "/" + home.relativize(path);
                if (path.equals(home)) continue;
                if (Files.isDirectory(path)) {
                    tar.folder(name, new TarWriter.Owner(0, 0, 0755));
                } else {
                    tar.file(name, new TarWriter.Owner(0, 0, Files.isExecutable(path) ? 0755 : 0644), path);
                }
            }
        }
    }
}
