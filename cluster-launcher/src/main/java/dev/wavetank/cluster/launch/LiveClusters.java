package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.api.Subscription;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clusters that must not outlive this program. However the program ends (by return, by Ctrl+C, by an
/// uncaught error), a shutdown hook removes them; only a kill -9 gets past it, and then the next start sweeps.
final class LiveClusters {
    private static final Logger LOG = LoggerFactory.getLogger(LiveClusters.class);

    private final Set<Runnable> removals = ConcurrentHashMap.newKeySet();
    private boolean hooked;

    /// Registers how to remove a cluster. Closing the subscription forgets it.
    synchronized Subscription register(Runnable removal) {
        if (!hooked) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("remove-clusters").unstarted(this::removeAll));
            hooked = true;
        }
        removals.add(removal);
        return () -> removals.remove(removal);
    }

    private void removeAll() {
        for (Runnable removal : removals) {
            try {
                removal.run();
            } catch (RuntimeException e) {
                LOG.error("A cluster could not be removed at the end of the program", e);
            }
        }
    }
}
