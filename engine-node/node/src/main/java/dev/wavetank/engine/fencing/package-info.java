/// The seam between the node's lease and its engine: who may still commit, and under which epoch.
///
/// The membership implements [Lease]; the engine asks it before every commit and hangs its executor on its
/// callbacks.
@NullMarked
package dev.wavetank.engine.fencing;

import org.jspecify.annotations.NullMarked;
