/// The searchable menu of elements and the palette of colours: what they offer and what is chosen is told by whoever
/// opens them.
@NullMarked
package dev.wavetank.app.menu;

import org.jspecify.annotations.NullMarked;
