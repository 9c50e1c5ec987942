/// The behaviours: each completes gestures in one respect, in one file. Their order stands in `Behaviors`.
@NullMarked
package dev.wavetank.core.edit.behavior;

import org.jspecify.annotations.NullMarked;
