/// What may be drawn: verdicts that drive the cursor while dragging and the commit when the button is released,
/// both the same.
@NullMarked
package dev.wavetank.core.rules;

import org.jspecify.annotations.NullMarked;
