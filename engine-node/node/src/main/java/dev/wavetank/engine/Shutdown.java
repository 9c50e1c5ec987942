package dev.wavetank.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leaves in good order on SIGTERM and Ctrl+C, with exit code 0: to whoever stopped the node, that was a success.
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private Shutdown() {}

    @FunctionalInterface
    interface Leaving {
        void run() throws Exception;
    }

    static void onTerm(Leaving leaving) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform()
                        .name("leave")
                        .unstarted(() -> Runtime.getRuntime().halt(leave(leaving))));
    }

    private static int leave(Leaving leaving) {
        try {
            leaving.run();
            LOG.info("left in good order");
            return 0;
        } catch (Exception failed) {
            LOG.error("The node could not leave in good order", failed);
            return 1;
        }
    }
}
