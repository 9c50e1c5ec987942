/// Tenants and their users from a file, by the ten thousand.
@NullMarked
package dev.wavetank.gateway.imports;

import org.jspecify.annotations.NullMarked;
