/// The typed client of a cluster's gateways over the JDK's HTTP client.
@NullMarked
package dev.wavetank.cluster.client;

import org.jspecify.annotations.NullMarked;
