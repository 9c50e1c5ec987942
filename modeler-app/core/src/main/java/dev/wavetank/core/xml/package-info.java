/// The lossless document: an immutable tree that knows its own source text. What nobody touched is written back
/// character by character; what was touched keeps its attribute order, prefixes, comments and indentation.
@NullMarked
package dev.wavetank.core.xml;

import org.jspecify.annotations.NullMarked;
