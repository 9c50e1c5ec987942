package dev.wavetank.app.feature.project;

import dev.wavetank.app.document.FileStamp;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Goes through a folder and reads the files that changed since the last time. It is bounded in depth and number,
/// leaves out what programs fill with files of their own, and goes into each folder once, whatever links lead to
/// it.
final class ProjectReader {
    private static final Set<String> IGNORED = Set.of("node_modules", "target");
    private static final Set<String> ENDINGS = Set.of(".bpmn", ".bpmn2", ".bpmn20.xml", ".dmn", ".form", ".json");
    private static final int DEEPEST = 24;
    private static final int MOST_FOLDERS = 5_000;
    private static final int MOST_FILES = 5_000;

    private final ProjectIndex before;
    private final BooleanSupplier cancelled;
    private final Set<Path> folders = new HashSet<>();
    private final List<Path> found = new ArrayList<>();
    private boolean complete = true;

    private ProjectReader(ProjectIndex before, BooleanSupplier cancelled) {
        this.before = before;
        this.cancelled = cancelled;
    }

    /// Blocks on the disk.
    static ProjectIndex read(Path root, ProjectIndex before, BooleanSupplier cancelled) {
        var reader = new ProjectReader(before, cancelled);
        reader.enter(root, 0);
        List<IndexedFile> files = reader.found.stream()
                .sorted()
                .takeWhile(_ -> !cancelled.getAsBoolean())
                .map(reader::indexed)
                .toList();
        boolean unchanged = files.equals(before.files()) && reader.complete == before.complete();
        return unchanged ? before : new ProjectIndex(files, reader.complete);
    }

    private IndexedFile indexed(Path file) {
        Optional<FileStamp> stamp = FileStamp.of(file);
        return before.file(file).filter(known -> known.stamp().equals(stamp)).orElseGet(() -> IndexedFile.read(file));
    }

    private void enter(Path folder, int depth) {
        if (cancelled.getAsBoolean() || depth > DEEPEST || folders.size() >= MOST_FOLDERS) {
            complete = false;
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (!folders.add(folder.toRealPath())) {
                return;
            }
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.startsWith(".") || IGNORED.contains(name)) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    enter(entry, depth + 1);
                } else if (isModel(name)) {
                    add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return; // a folder that may not be read has nothing to show
        }
    }

    private void add(Path file) {
        if (found.size() < MOST_FILES) {
            found.add(file);
        } else {
            complete = false;
        }
    }

    private static boolean isModel(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
