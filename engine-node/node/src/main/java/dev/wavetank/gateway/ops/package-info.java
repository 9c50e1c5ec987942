/// The gateway's health and figures.
@NullMarked
package dev.wavetank.gateway.ops;

import org.jspecify.annotations.NullMarked;
