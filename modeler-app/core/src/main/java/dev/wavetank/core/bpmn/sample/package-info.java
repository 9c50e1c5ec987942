/// Diagrams that are made rather than drawn: for benchmarks, demonstrations and the first look at an empty
/// product.
@NullMarked
package dev.wavetank.core.bpmn.sample;

import org.jspecify.annotations.NullMarked;
