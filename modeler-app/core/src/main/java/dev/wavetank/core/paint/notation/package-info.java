/// What each BPMN element looks like: one small painter per family, icons as data.
@NullMarked
package dev.wavetank.core.paint.notation;

import org.jspecify.annotations.NullMarked;
