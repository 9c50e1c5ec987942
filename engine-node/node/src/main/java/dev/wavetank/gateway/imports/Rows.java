package dev.wavetank.gateway.imports;

import java.io.IOException;
import java.util.Optional;

/// Reads a file record by record, so that its size costs no memory.
interface Rows {
    /// A record that cannot be read; those after it can.
    final class BadRowException extends Exception {
        final int line;

        BadRowException(int line, String sentence) {
            super(sentence, null, false, false);
            this.line = line;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /// The next record; nothing at the end of the file.
    ///
    /// @throws IOException when nothing after this point can be read
    Optional<Row> next() throws IOException, BadRowException;
}
