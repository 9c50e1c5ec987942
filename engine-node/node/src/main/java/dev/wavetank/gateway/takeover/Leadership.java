package dev.wavetank.gateway.takeover;

import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.membership.ConnectionSource;
import dev.wavetank.engine.membership.HeartbeatConnection;
import dev.wavetank.engine.membership.LeaseTerms;
import dev.wavetank.engine.membership.NodeTable;
import dev.wavetank.gateway.registry.Registry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateway's watch: reads the lease table four times a second, keeps the registry fresh, and leads if it can.
///
/// The leader suspects, declares dead and takes over on a thread of its own, so that a slow takeover costs it
/// neither its lease nor its view. A leader that could not look for a while (the database was away, or it was
/// frozen itself) does not trust what it sees at first: the others could not renew their leases either, and get
/// time to do so.
public final class Leadership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration BLINK = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofMillis(1500);

    private final String gateway;
    private final LeaseTerms terms;
    private final DataSource database;
    private final NodeTable nodes;
    private final LeaderLease lease;
    private final Takeover takeover;
    private final Housekeeping housekeeping;
    private final Registry registry;
    private final HeartbeatConnection connection;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicBoolean inspecting = new AtomicBoolean();
    private final ExecutorService inspector = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("takeover").factory());
    private volatile OptionalLong epoch = OptionalLong.empty();
    private long lastLook;
    private long trustFrom;

    public Leadership(
            String gateway,
            LeaseTerms terms,
            DataSource database,
            ConnectionSource connections,
            NodeTable nodes,
            LeaderLease lease,
            Takeover takeover,
            Housekeeping housekeeping,
            Registry registry) {
        this.gateway = gateway;
        this.terms = terms;
        this.database = database;
        this.nodes = nodes;
        this.lease = lease;
        this.takeover = takeover;
        this.housekeeping = housekeeping;
        this.registry = registry;
        this.connection = new HeartbeatConnection(connections);
    }

    public void start() {
        long now = System.nanoTime();
        lastLook = now;
        trustFrom = now + GRACE.toNanos();
        Thread.ofPlatform().daemon().name("watch").start(this::watch);
    }

    /// Whether this gateway leads, as far as it knows.
    public boolean leads() {
        return epoch.isPresent();
    }

    /// Stops watching and lets another gateway lead at once.
    @Override
    public void close() {
        closing.countDown();
        inspector.shutdownNow();
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
            resign();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
        }
    }

    private void look() {
        try {
            Connection current = connection.get();
            List<NodeTable.Row> rows = nodes.all(current);
            long now = System.nanoTime();
            if (now - lastLook > BLINK.toNanos()) {
                trustFrom = now + GRACE.toNanos();
            }
            lastLook = now;
            registry.accept(rows.stream().map(NodeTable.Row::status).toList());
            lead(current);
            epoch.ifPresent(mine -> inspectApart(rows, mine, now - trustFrom >= 0));
        } catch (SQLException blind) {
            LOG.warn("{} cannot read the lease table: {}", gateway, blind.toString());
            connection.close();
            // What broke this session may have broken those of the others too.
            trustFrom = System.nanoTime() + GRACE.toNanos();
        } catch (RuntimeException bug) {
            LOG.error("{} could not watch the cluster", gateway, bug);
        }
    }

    private void lead(Connection current) throws SQLException {
        OptionalLong mine = epoch;
        if (mine.isPresent()) {
            if (!lease.renew(current, mine.getAsLong())) {
                LOG.warn("{} leads no longer", gateway);
                epoch = OptionalLong.empty();
            }
        } else {
            epoch = lease.tryTake(current);
            epoch.ifPresent(taken -> LOG.info("{} leads under epoch {}", gateway, taken));
        }
    }

    private void inspectApart(List<NodeTable.Row> rows, long leaderEpoch, boolean trusted) {
        if (inspecting.compareAndSet(false, true)) {
            inspector.execute(() -> {
                try {
                    inspect(rows, leaderEpoch, trusted);
                } catch (SQLException later) {
                    LOG.warn("{} could not finish its inspection and repeats it: {}", gateway, later.toString());
                } finally {
                    inspecting.set(false);
                }
            });
        }
    }

    private void inspect(List<NodeTable.Row> rows, long leaderEpoch, boolean trusted) throws SQLException {
        for (NodeTable.Row row : rows) {
            switch (row.status().state()) {
                case LIVE, STARTING, SUSPECT, DRAINING -> {
                    if (row.left().isNegative()) {
                        if (trusted) {
                            takeover.declareDead(row, leaderEpoch);
                        }
                    } else if (row.silence().compareTo(terms.suspicion()) > 0) {
                        boolean gone = trusted && takeover.declareGone(row, terms.suspicion(), leaderEpoch);
                        if (!gone && row.status().state() == LeaseState.LIVE) {
                            suspect(row);
                        }
                    }
                }
                case DEAD, LEFT -> {}
            }
        }
        takeover.resume();
        housekeeping.goOn();
    }

    private void suspect(NodeTable.Row row) throws SQLException {
        try (Connection own = database.getConnection()) {
            if (nodes.suspect(own, row, terms.suspicion())) {
                LOG.info(
                        "{} is suspect: silent for {} ms",
                        row.status().id(),
                        row.silence().toMillis());
            }
        }
    }

    private void resign() {
        OptionalLong mine = epoch;
        epoch = OptionalLong.empty();
        if (mine.isPresent()) {
            try {
                lease.resign(connection.get(), mine.getAsLong());
            } catch (SQLException runsOut) {
                LOG.warn("{} could not resign; its lease runs out by itself", gateway, runsOut);
            }
        }
    }
}
