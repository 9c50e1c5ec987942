/// The page that greets: what one can begin with.
@NullMarked
package dev.wavetank.app.feature.start;

import org.jspecify.annotations.NullMarked;
