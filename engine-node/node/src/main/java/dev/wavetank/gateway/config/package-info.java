/// The cluster's settings as they change while it runs.
@NullMarked
package dev.wavetank.gateway.config;

import org.jspecify.annotations.NullMarked;
