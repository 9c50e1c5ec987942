/// How labels are measured, broken into lines and fitted into their boxes.
@NullMarked
package dev.wavetank.core.paint.text;

import org.jspecify.annotations.NullMarked;
