package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.LauncherSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The node program: a folder of jars with a main class, told apart from other versions by a hash of its
/// content.
///
/// @param jars sorted by name: the order is part of the class path that an ahead-of-time cache was made for
/// @param hash of the jars' names and content
public record NodeProgram(Path library, List<Path> jars, String hash) {
    private static final int HASH_LENGTH = 16;
    public static final String MAIN_CLASS = "dev.wavetank.engine.Main";

    public NodeProgram {
        jars = List.copyOf(jars);
    }

    /// Finds the program: where the settings say, else in the source tree around the working folder.
    ///
    /// @throws ClusterException with code `NODE_PROGRAM_MISSING`
    public static NodeProgram find(LauncherSettings settings) throws ClusterException {
        Path folder = settings.nodeLibrary()
                .or(NodeProgram::inSourceTree)
                .orElseThrow(() -> missing("It was not named and is not in a source tree around "
                        + Path.of("").toAbsolutePath() + "."));
        return read(folder, Optional.of(settings.cache().resolve("hashes")));
    }

    /// @throws ClusterException with code `NODE_PROGRAM_MISSING` if there are no jars
    public static NodeProgram read(Path folder) throws ClusterException {
        return read(folder, Optional.empty());
    }

    private static NodeProgram read(Path folder, Optional<Path> hashes) throws ClusterException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw missing("The folder " + folder + " holds no jars.");
            }
            return new NodeProgram(folder.toAbsolutePath(), jars, hash(jars, hashes));
        } catch (IOException e) {
            throw missing("The folder " + folder + " cannot be read.");
        }
    }

    private static Optional<Path> inSourceTree() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("engine-node/node/target/node/lib");
            if (Files.isDirectory(candidate)) return Optional.of(candidate);
        }
        return Optional.empty();
    }

    /// Hashing a hundred jars takes a second, so the result is kept until one of them is touched.
    private static String hash(List<Path> jars, Optional<Path> hashes) throws IOException {
        if (hashes.isEmpty()) return hash(jars);
        Fingerprint facts = new Fingerprint();
        jars.forEach(facts::addFileFacts);
        Path known = hashes.get().resolve(facts.value());
        if (Files.isRegularFile(known) && Files.size(known) == HASH_LENGTH) return Files.readString(known);
        String hash = hash(jars);
        Files.createDirectories(hashes.get());
        Files.writeString(known, hash);
        return hash;
    }

    private static String hash(List<Path> jars) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path jar : jars) fingerprint.addContent(jar);
        return fingerprint.value();
    }

    private static ClusterException missing(String why) {
        return new ClusterException(
                ClusterException.Code.NODE_PROGRAM_MISSING,
                "The node program was not found. " + why
                        + " Start through ./wavetank, which builds it, or set WAVETANK_NODE_LIB to its folder of jars.");
    }
}
