package dev.wavetank.app.document;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// A file that could not be opened, with the sentence that says why.
public record RefusedFile(Path path, String sentence) implements OpenDocument {
    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public ObservableValue<String> title() {
        return new ReadOnlyStringWrapper(String.valueOf(path.getFileName()));
    }
}
