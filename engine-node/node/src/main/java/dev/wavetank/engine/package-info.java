/// The composition root of the node: one program, two roles.
@NullMarked
package dev.wavetank.engine;

import org.jspecify.annotations.NullMarked;
