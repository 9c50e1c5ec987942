/// What the cluster and each of its tenants may do: written by the gateways, read by gateways and engines.
@NullMarked
package dev.wavetank.engine.policy;

import org.jspecify.annotations.NullMarked;
