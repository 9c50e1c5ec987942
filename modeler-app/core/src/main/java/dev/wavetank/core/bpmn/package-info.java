/// The diagram: a typed, immutable view over the document, indexed by element id. An index, never a second
/// truth.
@NullMarked
package dev.wavetank.core.bpmn;

import org.jspecify.annotations.NullMarked;
