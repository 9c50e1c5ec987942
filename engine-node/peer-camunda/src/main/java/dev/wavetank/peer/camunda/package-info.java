/// Camunda 7's REST, as its vendor assembles it.
@NullMarked
package dev.wavetank.peer.camunda;

import org.jspecify.annotations.NullMarked;
