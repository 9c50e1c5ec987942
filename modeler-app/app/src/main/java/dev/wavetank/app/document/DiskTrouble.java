package dev.wavetank.app.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// Why the disk refused, as the end of a sentence. Java's own messages are often no more than the path.
public final class DiskTrouble {
    private DiskTrouble() {}

    /// For example `there is no space left on the device`.
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied ->
                Objects.requireNonNullElse(denied.getReason(), "you may not write there");
            case NoSuchFileException _ -> "its folder does not exist";
            case FileSystemException other when other.getReason() != null -> String.valueOf(other.getReason());
            default -> Objects.requireNonNullElse(failure.getMessage(), "the disk gave no reason");
        };
    }
}
