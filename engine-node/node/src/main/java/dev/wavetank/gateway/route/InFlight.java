package dev.wavetank.gateway.route;

import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.api.NodeStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The calls that are at an engine. Those of an engine that was declared dead are given up at once: a frozen
/// process keeps its connections open, and nobody should wait for their deadline.
public final class InFlight {
    private static final class Entry {
        final String node;
        final long epoch;
        final Runnable abort;

        Entry(String node, long epoch, Runnable abort) {
            this.node = node;
            this.epoch = epoch;
            this.abort = abort;
        }
    }

    /// Ends the watch over one call.
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

    /// @param abort ends the call with an exception; called at most once or so, from another thread
    public Watch watch(NodeStatus engine, Runnable abort) {
        Entry entry = new Entry(engine.id(), engine.epoch(), abort);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /// Aborts what is at engines whose epoch has passed. Those that left in good order finish their answers.
    public void accept(List<NodeStatus> view) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, NodeStatus> byId = view.stream().collect(Collectors.toMap(NodeStatus::id, Function.identity()));
        for (Entry entry : entries) {
            NodeStatus now = byId.get(entry.node);
            if (now != null && now.epoch() > entry.epoch && now.state() != LeaseState.LEFT) {
                entries.remove(entry);
                entry.abort.run();
            }
        }
    }
}
