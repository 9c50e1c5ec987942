/// Asks Flowable's own process validation whether the engine would accept the document. The only package that
/// sees that library.
@NullMarked
package dev.wavetank.core.validation.engine;

import org.jspecify.annotations.NullMarked;
