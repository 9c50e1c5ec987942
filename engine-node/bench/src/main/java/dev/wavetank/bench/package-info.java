/// Benchmarks of the node beside its peers: real processes on one machine, loopback HTTP, Markdown tables out.
@NullMarked
package dev.wavetank.bench;

import org.jspecify.annotations.NullMarked;
