package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Java's ahead-of-time caches of the node program: a third of the start's processor time.
///
/// Java silently ignores a cache whose jars were touched since: their place, time or size differ. So the
/// cache's name is a hash of all that, of the Java runtime and of the flags; after any change there simply is
/// no cache of that name, and a new one is made. Nothing depends on it: without a cache a node only starts more
/// slowly.
public final class AotCache {
    private static final Logger LOG = LoggerFactory.getLogger(AotCache.class);
    private static final int KEPT = 4;
    private static final long DEADLINE_SECONDS = 180;

    private final Path folder;

    public AotCache(Path folder) {
        this.folder = folder;
    }

    /// The cache for this program on this Java runtime, if it was made.
    public Optional<Path> find(Path javaHome, NodeProgram program) {
        return Optional.of(file(javaHome, program)).filter(Files::isRegularFile);
    }

    /// Makes the cache if it is missing, by letting the program rehearse its start.
    ///
    /// @return empty if it could not be made; the reason is in the log and is not tried again for this program
    /// @throws ClusterException only when cancelled
    public Optional<Path> make(Path javaHome, NodeProgram program, Progress progress, CancelToken cancel)
            throws ClusterException {
        Path file = file(javaHome, program);
        Path failed = file.resolveSibling(file.getFileName() + ".failed");
        if (Files.isRegularFile(file)) return Optional.of(file);
        if (Files.exists(failed)) return Optional.empty();
        progress.report(0, "Rehearsing the node's start, so that nodes start faster (once per version)");
        try (FileLock lock = FileLock.acquire(folder.resolve("lock"), cancel)) {
            if (Files.isRegularFile(file)) return Optional.of(file);
            Path fresh = Files.createTempFile(folder, "fresh-", ".aot");
            Path output = Files.createTempFile(folder, "rehearsal-", ".log");
            try {
                Files.delete(fresh);
                int exitCode = rehearse(javaHome, program, fresh, output, cancel);
                cancel.check();
                if (exitCode != 0 || !Files.isRegularFile(fresh)) {
                    List<String> said = Files.readAllLines(output);
                    String end = String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size()));
                    LOG.warn("Nodes will start more slowly: the rehearsal ended with exit code {}:\n{}", exitCode, end);
                    Files.writeString(failed, end);
                    return Optional.empty();
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                prune(file);
                return Optional.of(file);
            } finally {
                Files.deleteIfExists(fresh);
                Files.deleteIfExists(Path.of(fresh + ".config"));
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            LOG.warn("Nodes will start more slowly: no ahead-of-time cache could be kept in {}", folder, e);
            return Optional.empty();
        }
    }

    private int rehearse(Path javaHome, NodeProgram program, Path fresh, Path output, CancelToken cancel)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.addAll(NodeCommand.flags());
        command.add("-XX:AOTCacheOutput=" + fresh);
        command.add("-cp");
        command.add(program.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(NodeProgram.MAIN_CLASS);
        command.add("train");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var cancelled = cancel.onCancel(process::destroyForcibly)) {
            return process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Path file(Path javaHome, NodeProgram program) {
        Fingerprint key = new Fingerprint().add(NodeCommand.flags().toString()).add(javaHome.toString());
        key.addFileFacts(javaHome.resolve("lib").resolve("modules"));
        program.jars().forEach(key::addFileFacts);
        return folder.resolve(key.value() + ".aot");
    }

    private void prune(Path newest) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> file.toString().endsWith(".aot") && !file.equals(newest))
                    .sorted(Comparator.comparing(AotCache::modified).reversed())
                    .skip(KEPT - 1)
                    .toList();
            for (Path file : old) Files.deleteIfExists(file);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
