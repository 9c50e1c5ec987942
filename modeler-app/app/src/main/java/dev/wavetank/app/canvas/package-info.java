/// The drawing surface on the screen: viewport, layers, overlay, keyboard and accessibility.
@NullMarked
package dev.wavetank.app.canvas;

import org.jspecify.annotations.NullMarked;
