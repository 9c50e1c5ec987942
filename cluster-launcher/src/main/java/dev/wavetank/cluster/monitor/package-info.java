/// What is seen of a cluster, put together: the runtime's facts, the nodes' own readiness, the registry.
@NullMarked
package dev.wavetank.cluster.monitor;

import org.jspecify.annotations.NullMarked;
