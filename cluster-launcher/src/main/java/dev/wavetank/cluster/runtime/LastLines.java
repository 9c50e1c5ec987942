package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.plan.NodePlan;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/// Keeps the last lines of a log: what a failure message shows.
public final class LastLines implements Consumer<String> {
    private final int limit;
    private final ArrayDeque<String> lines = new ArrayDeque<>();

    public LastLines(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void accept(String line) {
        lines.addLast(line);
        if (lines.size() > limit) lines.removeFirst();
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /// The last lines of a node's log; a log that cannot be read has none.
    public static List<String> of(NodeHost host, NodePlan node, int limit) {
        LastLines last = new LastLines(limit);
        try (var reading = host.log(node, false, last)) {
            return last.lines();
        } catch (ClusterException unreadable) {
            return List.of();
        }
    }
}
