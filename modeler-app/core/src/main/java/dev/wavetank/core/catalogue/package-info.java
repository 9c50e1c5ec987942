/// Everything that can be drawn, as one list: what palettes and menus offer, and what an element may become.
@NullMarked
package dev.wavetank.core.catalogue;

import org.jspecify.annotations.NullMarked;
