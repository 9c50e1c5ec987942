/// The one schema step: ordered SQL resources, each applied once.
@NullMarked
package dev.wavetank.engine.schema;

import org.jspecify.annotations.NullMarked;
