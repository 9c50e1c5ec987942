/// Calls that tasks make to hosts outside: which a tenant may make, and how they are made.
@NullMarked
package dev.wavetank.engine.egress;

import org.jspecify.annotations.NullMarked;
