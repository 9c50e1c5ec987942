/// What happens in the engine, told to those who watch: only what was committed.
@NullMarked
package dev.wavetank.engine.events;

import org.jspecify.annotations.NullMarked;
