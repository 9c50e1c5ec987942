package dev.wavetank.app.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What tells whether a file on disk is still the one that was read: its size and the time of its last change.
public record FileStamp(long size, FileTime changed) {
    /// Empty if the file is gone.
    public static Optional<FileStamp> of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileStamp(attributes.size(), attributes.lastModifiedTime()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// As one line of text, to be kept.
    String written() {
        return size + " " + changed.toInstant();
    }

    /// Reads such a line; empty if it is none.
    static Optional<FileStamp> parse(String line) {
        String[] parts = line.strip().split(" ", 2);
        try {
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new FileStamp(Long.parseLong(parts[0]), FileTime.from(Instant.parse(parts[1]))));
        } catch (NumberFormatException | DateTimeParseException damaged) {
            return Optional.empty();
        }
    }
}
