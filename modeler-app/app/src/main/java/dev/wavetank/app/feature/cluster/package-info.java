/// The cluster view: start, watch, break, mend and stop the nodes.
@NullMarked
package dev.wavetank.app.feature.cluster;

import org.jspecify.annotations.NullMarked;
