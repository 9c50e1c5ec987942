package dev.wavetank.app.document;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;

/// A file that is read here and edited elsewhere: a decision, a form, or a diagram that is not well-formed.
public final class SourceFile implements OpenDocument {
    private final Path path;
    private final String text;
    private final IntegerProperty line = new SimpleIntegerProperty();

    SourceFile(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    public Path path() {
        return path;
    }

    public String text() {
        return text;
    }

    /// The line to be seen, from 1; 0 for none in particular.
    public IntegerProperty lineProperty() {
        return line;
    }

    /// Goes to the line where the text gives something this id or key.
    public void seek(String key) {
        int at = text.indexOf("id=\"" + key + '"');
        int found = at >= 0 ? at : text.indexOf('"' + key + '"');
        if (found >= 0) {
            line.set(1
                    + (int) text.substring(0, found)
                            .chars()
                            .filter(c -> c == '\n')
                            .count());
        }
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    @Override
    public ObservableValue<String> title() {
        return new ReadOnlyStringWrapper(String.valueOf(path.getFileName()));
    }
}
