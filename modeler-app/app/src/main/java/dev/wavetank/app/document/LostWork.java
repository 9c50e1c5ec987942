package dev.wavetank.app.document;

import java.nio.file.Path;
import java.util.Optional;

/// Unsaved changes from before a crash, as a person is asked about them.
///
/// @param origin  the file they belong to; empty for a diagram that was never saved
/// @param changed whether the file is another one now than when the changes were made to it
public record LostWork(Optional<Path> origin, boolean changed) {
    /// What to do with it.
    public enum Choice {
        /// The unsaved changes, as unsaved changes of the file.
        RESTORE,
        /// The file as it is, and the unsaved changes in a tab of their own.
        BOTH,
        /// The file stays as it is and the unsaved changes are dropped.
        DROP
    }
}
