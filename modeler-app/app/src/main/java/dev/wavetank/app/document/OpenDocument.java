package dev.wavetank.app.document;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// What a tab shows: a diagram being worked on, a file that is only read here, or one that could not be opened.
public sealed interface OpenDocument permits DocumentSession, RefusedFile, SourceFile {
    /// Where it lies on disk; empty for a new diagram that was never saved.
    Optional<Path> file();

    /// The tab's title.
    ObservableValue<String> title();
}
