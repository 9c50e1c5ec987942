package dev.wavetank.gateway.registry;

import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.api.NodeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The nodes as of the last look at the lease table. If the database is away the last view stays: cached routes
/// go on.
///
/// An engine that refuses a connection is left out at once, long before its lease runs out; it is tried again
/// when the lease table shows a new epoch, or after a short while.
public final class Registry {
    private static final Duration AVOID = Duration.ofSeconds(1);

    private record Avoided(long epoch, long since) {}

    private final Map<String, Avoided> avoided = new ConcurrentHashMap<>();
    private final List<Consumer<List<NodeStatus>>> listeners = new CopyOnWriteArrayList<>();
    private volatile List<NodeStatus> nodes = List.of();

    /// A new view of the lease table.
    public void accept(List<NodeStatus> view) {
        nodes = List.copyOf(view);
        listeners.forEach(listener -> listener.accept(view));
    }

    /// The listener hears every new view, on the watching thread.
    public void listen(Consumer<List<NodeStatus>> listener) {
        listeners.add(listener);
    }

    /// Whether the lease table was read at all.
    public boolean seen() {
        return !nodes.isEmpty();
    }

    /// All nodes ever seen.
    public List<NodeStatus> nodes() {
        return nodes;
    }

    /// How many gateways serve, this one at least.
    public int gateways() {
        return (int) Math.max(
                1,
                nodes.stream()
                        .filter(node -> node.role() == NodeRole.GATEWAY && node.state() == LeaseState.LIVE)
                        .count());
    }

    /// The engines a new call may go to: the live ones; if there is none, those that are merely suspect.
    public List<NodeStatus> routable() {
        List<NodeStatus> live = engines(LeaseState.LIVE);
        return live.isEmpty() ? engines(LeaseState.SUSPECT) : live;
    }

    /// Leaves an engine out for now, because it could not be reached.
    public void avoid(NodeStatus engine) {
        avoided.put(engine.id(), new Avoided(engine.epoch(), System.nanoTime()));
    }

    private List<NodeStatus> engines(LeaseState state) {
        return nodes.stream()
                .filter(node -> node.role() == NodeRole.ENGINE && node.state() == state && !isAvoided(node))
                .toList();
    }

    private boolean isAvoided(NodeStatus node) {
        Avoided entry = avoided.get(node.id());
        if (entry == null) {
            return false;
        }
        if (entry.epoch() != node.epoch() || System.nanoTime() - entry.since() > AVOID.toNanos()) {
            avoided.remove(node.id(), entry);
            return false;
        }
        return true;
    }
}
