/// Nodes as local Java processes: what is there when no Docker engine answers.
@NullMarked
package dev.wavetank.cluster.process;

import org.jspecify.annotations.NullMarked;
