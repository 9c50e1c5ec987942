/// Structured logs: one JSON object a line, or text for a person.
@NullMarked
package dev.wavetank.engine.log;

import org.jspecify.annotations.NullMarked;
