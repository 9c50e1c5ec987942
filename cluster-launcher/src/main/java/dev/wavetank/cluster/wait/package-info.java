/// Waiting until nodes are ready, with a reason when they do not get there.
@NullMarked
package dev.wavetank.cluster.wait;

import org.jspecify.annotations.NullMarked;
