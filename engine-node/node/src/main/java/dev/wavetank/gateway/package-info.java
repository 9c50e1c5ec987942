/// The gateway role: the cluster's door, its watch and, for one gateway, its leader.
@NullMarked
package dev.wavetank.gateway;

import org.jspecify.annotations.NullMarked;
