/// The port that every runtime fills in, and what all of them share: the cluster's folder, its secrets, the
/// command line of a node.
@NullMarked
package dev.wavetank.cluster.runtime;

import org.jspecify.annotations.NullMarked;
