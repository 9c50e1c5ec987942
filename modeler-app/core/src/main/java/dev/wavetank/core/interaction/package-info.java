/// Drawing by hand, without a window: pointer and key events go in as records, commands for the editor come
/// out, and what should be seen meanwhile is a value. Tools are states; each event leads from one to the next.
@NullMarked
package dev.wavetank.core.interaction;

import org.jspecify.annotations.NullMarked;
