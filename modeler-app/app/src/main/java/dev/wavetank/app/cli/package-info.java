/// The command line: one class per command. Results go to the standard output, progress and complaints to the
/// standard error; colours only where a person looks on.
@NullMarked
package dev.wavetank.app.cli;

import org.jspecify.annotations.NullMarked;
