/// Who lives, as the lease table says: one cache for routing and for the screen.
@NullMarked
package dev.wavetank.gateway.registry;

import org.jspecify.annotations.NullMarked;
