package dev.wavetank.app.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// A file that could not be opened.
///
/// @param sentence what is wrong with it
/// @param next     a sentence that says what to do about it
/// @param line     where it is wrong, from 1
/// @param isText   whether it has a text that can be looked at
public record RefusedFile(Path path, String sentence, String next, OptionalInt line, boolean isText)
        implements OpenDocument {
    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public ObservableValue<String> title() {
        return new ReadOnlyStringWrapper(String.valueOf(path.getFileName()));
    }
}
