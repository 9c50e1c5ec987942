/// Automatic layout: bounds and waypoints for elements that a file names but does not place.
@NullMarked
package dev.wavetank.core.layout;

import org.jspecify.annotations.NullMarked;
