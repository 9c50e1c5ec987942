package dev.wavetank.cluster.image;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import dev.wavetank.cluster.runtime.Fingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of this machine's system that the Java runtime needs: the C library with its loader, and BusyBox
/// for the health check if a static one is installed.
///
/// @param files by their place in the image, where the loader looks for them
record SystemFiles(Map<String, Path> files, Optional<Path> busybox) {
    private static final Pattern RESOLVED = Pattern.compile("(\\S+) => (/\\S+) \\(0x");
    private static final Map<String, String> LOADERS =
            Map.of("amd64", "/lib64/ld-linux-x86-64.so.2", "aarch64", "/lib/ld-linux-aarch64.so.1");

    /// Name resolution is loaded by the C library itself, so no list of needed libraries names it.
    private static final List<String> NAME_SERVICES = List.of("libnss_dns.so.2", "libnss_files.so.2", "libresolv.so.2");

    /// Asks this machine's own loader what the runtime's libraries need.
    ///
    /// @throws ClusterException with code `IMAGE_BUILD_FAILED` where there is no GNU C library
    static SystemFiles of(Path runtime) throws ClusterException, IOException {
        String loader = LOADERS.get(System.getProperty("os.arch"));
        if (loader == null || !Files.exists(Path.of(loader))) {
            throw new ClusterException(
                    Code.IMAGE_BUILD_FAILED,
                    "The node image is built from this machine's GNU C library, which was not found ("
                            + System.getProperty("os.arch")
                            + "). Use local processes (--runtime process), or a machine with a Debian, Ubuntu or"
                            + " Fedora system.");
        }
        Map<String, Path> files = new TreeMap<>();
        files.put(loader, Path.of(loader).toRealPath());
        for (Path library : List.of(runtime.resolve("bin/java"), runtime.resolve("lib/server/libjvm.so"))) {
            needed(loader, library, runtime).forEach(files::putIfAbsent);
        }
        try (Stream<Path> libraries = Files.list(runtime.resolve("lib"))) {
            for (Path library : libraries
                    .filter(file -> file.toString().endsWith(".so"))
                    .sorted()
                    .toList()) {
                needed(loader, library, runtime).forEach(files::putIfAbsent);
            }
        }
        Path libc = files.keySet().stream()
                .filter(name -> name.endsWith("/libc.so.6"))
                .findFirst()
                .map(Path::of)
                .orElseThrow(() -> new ClusterException(
                        Code.IMAGE_BUILD_FAILED, "The loader " + loader + " does not say which C library Java needs."));
        for (String name : NAME_SERVICES) {
            Path file = libc.resolveSibling(name);
            if (Files.exists(file)) files.put(file.toString(), file.toRealPath());
        }
        return new SystemFiles(new LinkedHashMap<>(files), findBusybox());
    }

    private static Map<String, Path> needed(String loader, Path library, Path runtime)
            throws IOException, ClusterException {
        Process list = new ProcessBuilder(loader, "--list", library.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Path> needed = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(list.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher resolved = RESOLVED.matcher(line);
                if (!resolved.find()) continue;
                Path file = Path.of(resolved.group(2)).normalize();
                if (!file.startsWith(runtime)) needed.put(file.toString(), file.toRealPath());
            }
        }
        return needed;
    }

    private static Optional<Path> findBusybox() throws IOException {
        for (String candidate : List.of("/bin/busybox", "/usr/bin/busybox", "/bin/busybox.static")) {
            Path file = Path.of(candidate);
            if (Files.isExecutable(file) && Elf.isStatic(file)) return Optional.of(file);
        }
        return Optional.empty();
    }

    String key() throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            fingerprint.add(file.getKey()).addContent(file.getValue());
        }
        if (busybox.isPresent()) fingerprint.addContent(busybox.get());
        return fingerprint.value();
    }
}
