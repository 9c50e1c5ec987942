/// The stock Flowable REST application, as its makers' starter assembles it.
@NullMarked
package dev.wavetank.peer;

import org.jspecify.annotations.NullMarked;
