/// The tenants of the cluster and their keys.
@NullMarked
package dev.wavetank.gateway.tenant;

import org.jspecify.annotations.NullMarked;
