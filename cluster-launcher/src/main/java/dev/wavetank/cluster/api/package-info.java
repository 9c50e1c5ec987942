/// What the desktop and the command line may know of clusters. A [ClusterLauncher] starts and finds clusters;
/// all else follows from it.
@NullMarked
package dev.wavetank.cluster.api;

import org.jspecify.annotations.NullMarked;
