package dev.wavetank.cluster.reap;

import dev.wavetank.cluster.runtime.ClusterFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folders of all clusters of this user on this machine.
public final class ClusterFolders {
    /// A folder without a record is either being made at this moment or was left half-made.
    private static final Duration HALF_MADE = Duration.ofMinutes(1);

    private final Path parent;
    private final InstantSource clock;

    public ClusterFolders(Path parent, InstantSource clock) {
        this.parent = parent;
        this.clock = clock;
    }

    public Path parent() {
        return parent;
    }

    /// Every cluster that has a record, the newest first.
    public List<ClusterFolder> all() {
        List<ClusterFolder> folders = new ArrayList<>();
        for (Path path : paths()) {
            try {
                folders.add(ClusterFolder.read(path));
            } catch (IOException noRecord) {
                continue;
            }
        }
        folders.sort(
                Comparator.comparing((ClusterFolder folder) -> folder.record().startedAt())
                        .reversed());
        return folders;
    }

    /// Folders whose making broke off before the record was written; nothing can have been started in them.
    List<Path> halfMade() {
        return paths().stream()
                .filter(path -> !Files.exists(path.resolve("cluster.json")))
                .filter(this::old)
                .toList();
    }

    /// The names of all folders, with a record or without.
    List<String> names() {
        return paths().stream().map(path -> path.getFileName().toString()).toList();
    }

    private boolean old(Path path) {
        try {
            return Files.getLastModifiedTime(path)
                    .toInstant()
                    .isBefore(clock.instant().minus(HALF_MADE));
        } catch (IOException gone) {
            return false;
        }
    }

    private List<Path> paths() {
        try (Stream<Path> paths = Files.list(parent)) {
            return paths.filter(Files::isDirectory).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
