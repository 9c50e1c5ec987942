/// One stream of what happens in the cluster, merged from the engines' streams and the cluster's own facts.
@NullMarked
package dev.wavetank.gateway.events;

import org.jspecify.annotations.NullMarked;
