package dev.wavetank.app.feature.start;

import java.nio.file.Path;

/// What can be done with the files opened last.
public interface RecentActions {
    void open(Path file);

    void pin(Path file, boolean pinned);

    void forget(Path file);

    void clear();
}
