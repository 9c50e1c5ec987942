/// Puts the parts together: the launcher and the running cluster that clients see.
@NullMarked
package dev.wavetank.cluster.launch;

import org.jspecify.annotations.NullMarked;
