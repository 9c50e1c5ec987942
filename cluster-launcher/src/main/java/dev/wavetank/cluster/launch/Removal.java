package dev.wavetank.cluster.launch;

import dev.wavetank.cluster.runtime.ClusterFolder;
import dev.wavetank.cluster.runtime.NodeHost;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes all of one cluster; may be asked twice and from two threads (a failed start and the program's end).
final class Removal implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final ClusterFolder folder;
    private final NodeHost host;
    private final ReentrantLock removing = new ReentrantLock();
    private boolean done;

    Removal(ClusterFolder folder, NodeHost host) {
        this.folder = folder;
        this.host = host;
    }

    /// At once, without a grace period; what is left is logged.
    @Override
    public void run() {
        List<String> left = remove(Duration.ZERO);
        if (!left.isEmpty()) LOG.error("Of cluster {} is left: {}", folder.id(), String.join(" ", left));
    }

    /// @return a sentence for each thing that is left
    List<String> remove(Duration grace) {
        removing.lock();
        try {
            if (done) return List.of();
            List<String> left = new ArrayList<>(host.remove(grace));
            if (left.isEmpty()) {
                try {
                    folder.delete();
                    done = true;
                } catch (IOException e) {
                    LOG.warn("The folder {} cannot be removed", folder.path(), e);
                    left.add("The folder " + folder.path() + " cannot be removed.");
                }
            }
            host.close();
            return left;
        } finally {
            removing.unlock();
        }
    }
}
