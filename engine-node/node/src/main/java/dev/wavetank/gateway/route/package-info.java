/// The way of a call: to the least busy live engine, and to another one if that is safe.
@NullMarked
package dev.wavetank.gateway.route;

import org.jspecify.annotations.NullMarked;
