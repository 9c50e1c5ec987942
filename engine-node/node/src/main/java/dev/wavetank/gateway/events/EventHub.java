package dev.wavetank.gateway.events;

import dev.wavetank.engine.api.EngineEvent;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.membership.ClusterEvents;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.route.EngineClient;
import dev.wavetank.gateway.security.Caller;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Merges the streams of all engines with the cluster's own facts, for as long as somebody reads.
///
/// The cluster's facts come from `WT_EVENT`, so both gateways tell the same; a reader that changes the gateway
/// names the last one it knows and misses none. Rows may become visible out of order, so each look goes back a
/// little and skips what was told.
public final class EventHub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int LOOK_BACK = 100;
    private static final int REPLAY_AT_MOST = 1000;

    private final DataSource database;
    private final ClusterEvents clusterEvents;
    private final EngineClient client;
    private final Supplier<List<NodeStatus>> nodes;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final List<EngineEvents> readers = new ArrayList<>();
    private final Set<Long> told = new HashSet<>();
    private final Deque<Long> toldInOrder = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean watching;

    public EventHub(
            DataSource database, ClusterEvents clusterEvents, EngineClient client, Supplier<List<NodeStatus>> nodes) {
        this.database = database;
        this.clusterEvents = clusterEvents;
        this.client = client;
        this.nodes = nodes;
    }

    public void start() {
        Thread.ofVirtual().name("cluster-events").start(this::merge);
    }

    /// Begins a stream: with the cluster's facts after the given one if it is not negative, with what comes now
    /// otherwise.
    ///
    /// @param most streams of the caller's tenant at a time
    /// @throws ProblemException 429 above that
    Subscription subscribe(Caller caller, long after, int most) {
        Subscription subscription = new Subscription(caller);
        long own = subscriptions.stream()
                .filter(other -> other.tenant().equals(caller.tenant()))
                .count();
        if (!caller.administrator() && own >= most) {
            throw ProblemException.of(
                    429,
                    "too-many-streams",
                    "Too many requests",
                    "The tenant reads " + own + " event streams at this gateway: close one first.");
        }
        if (after >= 0) {
            try (Connection connection = database.getConnection()) {
                clusterEvents
                        .after(connection, after, REPLAY_AT_MOST)
                        .forEach(entry -> subscription.offer(item(entry)));
            } catch (SQLException away) {
                LOG.warn("The cluster's facts cannot be told again: {}", away.toString());
            }
        }
        subscriptions.add(subscription);
        return subscription;
    }

    /// Lets the streams of a tenant look again whether they may go on.
    public void doubt(String tenant) {
        subscriptions.stream().filter(one -> one.tenant().equals(tenant)).forEach(Subscription::doubt);
    }

    void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void merge() {
        try {
            while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (RuntimeException bug) {
                    LOG.error("The events of the cluster could not be merged; trying again", bug);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            readers.forEach(EngineEvents::close);
        }
    }

    private void look() {
        boolean wanted = !subscriptions.isEmpty();
        follow(wanted ? nodes.get().stream().filter(EventHub::speaks).toList() : List.of());
        if (!wanted) {
            watching = false;
            return;
        }
        try (Connection connection = database.getConnection()) {
            long last = toldInOrder.isEmpty() ? clusterEvents.last(connection) : toldInOrder.getLast();
            for (ClusterEvents.Entry entry :
                    clusterEvents.after(connection, Math.max(0, last - LOOK_BACK), REPLAY_AT_MOST)) {
                if (remember(entry.id()) && watching) {
                    publish(item(entry));
                }
            }
            watching = true;
        } catch (SQLException away) {
            LOG.debug("The cluster's facts cannot be read", away);
        }
    }

    /// Reads the streams of exactly these engines.
    private void follow(List<NodeStatus> engines) {
        readers.removeIf(reader -> {
            boolean gone = engines.stream().noneMatch(reader::reads);
            if (gone) {
                reader.close();
            }
            return gone;
        });
        for (NodeStatus engine : engines) {
            if (readers.stream().noneMatch(reader -> reader.reads(engine))) {
                EngineEvents reader = new EngineEvents(engine, client, this::publish);
                readers.add(reader);
                reader.start();
            }
        }
    }

    private void publish(StreamItem item) {
        subscriptions.forEach(subscription -> subscription.offer(item));
    }

    private boolean remember(long id) {
        if (!told.add(id)) {
            return false;
        }
        toldInOrder.addLast(id);
        if (toldInOrder.size() > 4 * LOOK_BACK) {
            told.remove(toldInOrder.removeFirst());
        }
        return true;
    }

    private static boolean speaks(NodeStatus node) {
        return node.role() == NodeRole.ENGINE
                && switch (node.state()) {
                    case LIVE, SUSPECT, DRAINING -> true;
                    case STARTING, DEAD, LEFT -> false;
                };
    }

    private static StreamItem item(ClusterEvents.Entry entry) {
        EngineEvent event = entry.event();
        return new StreamItem(
                Long.toString(entry.id()), true, "", new String(Json.bytes(event), StandardCharsets.UTF_8));
    }
}
