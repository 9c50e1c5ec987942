/// Changing a diagram: commands go through the editor, a transaction carries each of them out, behaviours
/// complete it, and the result is a change set from one immutable diagram to the next.
@NullMarked
package dev.wavetank.core.edit;

import org.jspecify.annotations.NullMarked;
