package dev.wavetank.app.document;

import java.nio.file.Path;

/// What another program did to an open file.
public sealed interface Outside {
    /// It has another content.
    record Changed() implements Outside {}

    /// It is not there any more.
    record Gone() implements Outside {}

    /// It is called something else now.
    record Renamed(Path to) implements Outside {}
}
