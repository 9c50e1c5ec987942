/// The keys: a window that shows them all, and one in which they can be changed.
@NullMarked
package dev.wavetank.app.feature.keys;

import org.jspecify.annotations.NullMarked;
