/// Copy, cut and paste through the clipboard of the system.
@NullMarked
package dev.wavetank.app.feature.clipboard;

import org.jspecify.annotations.NullMarked;
