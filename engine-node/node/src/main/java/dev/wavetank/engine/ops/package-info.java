/// Health, metrics and drain.
@NullMarked
package dev.wavetank.engine.ops;

import org.jspecify.annotations.NullMarked;
