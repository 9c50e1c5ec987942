/// The engine itself, and the only package that sees it: everything else speaks in our own records.
@NullMarked
package dev.wavetank.engine.flowable;

import org.jspecify.annotations.NullMarked;
