/// What the desktop and the command line may know of clusters.
@NullMarked
package dev.wavetank.cluster.api;

import org.jspecify.annotations.NullMarked;
