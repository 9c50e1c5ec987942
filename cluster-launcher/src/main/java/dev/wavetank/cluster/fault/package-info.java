/// Harm on purpose, and the way back from it.
@NullMarked
package dev.wavetank.cluster.fault;

import org.jspecify.annotations.NullMarked;
