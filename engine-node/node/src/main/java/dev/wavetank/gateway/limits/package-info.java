/// How much a tenant may ask for, and what gives way when there is too much.
@NullMarked
package dev.wavetank.gateway.limits;

import org.jspecify.annotations.NullMarked;
