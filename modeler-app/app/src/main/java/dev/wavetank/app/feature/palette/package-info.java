/// The strip of tools and of elements to create.
@NullMarked
package dev.wavetank.app.feature.palette;

import org.jspecify.annotations.NullMarked;
