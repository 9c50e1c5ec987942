/// Points, bounds and routes: records and pure functions.
@NullMarked
package dev.wavetank.core.geometry;

import org.jspecify.annotations.NullMarked;
