package dev.wavetank.cluster.image;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Files and folders as a whole.
final class Trees {
    private Trees() {}

    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) return;
        for (Path path : all(root, Comparator.reverseOrder())) Files.deleteIfExists(path);
    }

    static void setModified(Path root, FileTime time) throws IOException {
        for (Path path : all(root, Comparator.naturalOrder())) Files.setLastModifiedTime(path, time);
    }

    /// Deletes what in a folder matches the pattern, but for the named ones.
    static void deleteOthers(Path folder, String pattern, List<Path> kept) throws IOException {
        List<Path> others = new ArrayList<>();
        try (DirectoryStream<Path> matches = Files.newDirectoryStream(folder, pattern)) {
            for (Path match : matches) {
                if (!kept.contains(match)) others.add(match);
            }
        }
        for (Path other : others) delete(other);
    }

    private static List<Path> all(Path root, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(order).toList();
        }
    }
}
