/// Experiments: load, harm, and a checker that reads the client's own ledger beside the engine's history and
/// says whether anything was lost or done twice.
@NullMarked
package dev.wavetank.cluster.lab;

import org.jspecify.annotations.NullMarked;
