/// The commands: each a record that says what is wanted, with the code that does it.
@NullMarked
package dev.wavetank.core.edit.command;

import org.jspecify.annotations.NullMarked;
