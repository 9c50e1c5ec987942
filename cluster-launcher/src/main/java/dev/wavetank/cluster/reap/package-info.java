/// Finds and removes what launchers that ended without cleaning up have left.
@NullMarked
package dev.wavetank.cluster.reap;

import org.jspecify.annotations.NullMarked;
