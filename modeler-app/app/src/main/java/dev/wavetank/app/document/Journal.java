package dev.wavetank.app.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The crash journal: of each document with unsaved changes its present content, beside a line that says which
/// file it belongs to. An entry is written while one works and removed when the document is saved or closed; so
/// what is found at a start is what a crash left behind.
///
/// Two programs may run at once: an entry bears the process id of its writer and counts as left behind only when
/// that process is gone.
public final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String CONTENT = ".bpmn";
    private static final String ORIGIN = ".origin";

    private final Path folder;
    private final long process = ProcessHandle.current().pid();

    /// @param origin the file it belongs to; empty for a diagram that was never saved
    /// @param stamp  what the file was like when the changes were made to it; empty if that is not known
    public record LeftBehind(Path entry, Optional<Path> origin, Optional<FileStamp> stamp, byte[] content) {
        /// Whether the file is another one now than when the changes were made to it.
        public boolean originChanged() {
            Optional<FileStamp> now = origin.flatMap(FileStamp::of);
            return now.isPresent() && !now.equals(stamp);
        }
    }

    public Journal(Path folder) {
        this.folder = folder;
    }

    /// Keeps `content`; blocks on the disk, so it is called off the UI thread.
    ///
    /// @param stamp what the file was like when it was last read or saved here
    public void write(String documentId, Optional<Path> origin, Optional<FileStamp> stamp, byte[] content)
            throws IOException {
        Files.createDirectories(folder);
        Path entry = folder.resolve(process + "-" + documentId + CONTENT);
        String about = origin.map(Path::toString).orElse("")
                + stamp.map(known -> '\n' + known.written()).orElse("");
        AtomicFile.write(sibling(entry), about.getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(entry, content);
    }

    public void forget(String documentId) {
        remove(folder.resolve(process + "-" + documentId + CONTENT));
    }

    public void forget(LeftBehind entry) {
        remove(entry.entry());
    }

    /// What programs that no longer run left behind.
    public List<LeftBehind> leftBehind() {
        List<LeftBehind> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + CONTENT)) {
            for (Path entry : entries) {
                if (!writerLives(entry)) {
                    read(entry).ifPresent(found::add);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.warn("The journal in {} cannot be read", folder, unreadable);
        }
        return found;
    }

    /// One damaged entry must not keep the others from being found.
    private static Optional<LeftBehind> read(Path entry) {
        try {
            return Optional.of(new LeftBehind(entry, origin(entry), stamp(entry), Files.readAllBytes(entry)));
        } catch (IOException unreadable) {
            LOG.warn("The journal entry {} cannot be read", entry, unreadable);
            return Optional.empty();
        }
    }

    /// Without its origin, the content is still worth having.
    private static Optional<Path> origin(Path entry) {
        Path beside = sibling(entry);
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        try {
            String path = Files.readString(beside).lines().findFirst().orElse("");
            return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (IOException | InvalidPathException damaged) {
            LOG.warn("{} does not tell which file it belongs to", beside, damaged);
            return Optional.empty();
        }
    }

    private static Optional<FileStamp> stamp(Path entry) {
        try {
            return Files.readString(sibling(entry)).lines().skip(1).findFirst().flatMap(FileStamp::parse);
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private boolean writerLives(Path entry) {
        String name = String.valueOf(entry.getFileName());
        try {
            long writer = Long.parseLong(name.substring(0, Math.max(0, name.indexOf('-'))));
            return writer == process || ProcessHandle.of(writer).isPresent();
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    private void remove(Path entry) {
        try {
            Files.deleteIfExists(entry);
            Files.deleteIfExists(sibling(entry));
        } catch (IOException failure) {
            LOG.warn("The journal entry {} cannot be removed", entry, failure);
        }
    }

    private static Path sibling(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return entry.resolveSibling(name.substring(0, name.length() - CONTENT.length()) + ORIGIN);
    }
}
