package dev.wavetank.engine.membership;

import dev.wavetank.engine.api.LeaseState;
import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.fencing.FencingListener;
import dev.wavetank.engine.fencing.Lease;
import dev.wavetank.engine.fencing.StaleEpochException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A node's lease in `WT_NODE`, kept by two threads of its own.
///
/// One renews the lease on a connection of its own. The other judges it: once the lease has run out by this
/// process's monotonic clock, or the database says that another has raised the epoch, the node fences itself,
/// tells its listener, and only when that has returned joins anew under a higher epoch. A process that was
/// frozen finds its lease run out the moment it wakes; should one of its transactions be quicker than that, the
/// fence in the database refuses it.
///
/// Joining anew first raises the epoch, then closes every database session this process has had: so no
/// transaction that began under an old epoch lives to ask under the new one.
public final class DatabaseLease implements Lease {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLease.class);
    private static final String RAISED = "another has raised its epoch";
    private static final Duration JUDGE_EVERY = Duration.ofMillis(100);
    private static final Duration BEAT_AGAIN = Duration.ofMillis(250);

    /// @param renewed when the last successful heartbeat began, by [System#nanoTime]
    private record Standing(long epoch, boolean held, long renewed, String lostBecause) {}

    private final NodeIdentity node;
    private final LeaseTerms terms;
    private final ConnectionSource connections;
    private final NodeTable table;
    private final DatabaseSessions sessions;
    private final Fence fence;
    private final Supplier<NodeLoad> load;
    private final HeartbeatConnection heartbeatConnection;
    private final CountDownLatch leaving = new CountDownLatch(1);
    /// Set by heartbeats, acted upon by the judging thread.
    private volatile boolean draining;

    private boolean toldToDrain;
    private volatile Standing standing = new Standing(0, false, 0, "it has not joined yet");

    public DatabaseLease(
            NodeIdentity node,
            LeaseTerms terms,
            Dialect dialect,
            ConnectionSource connections,
            Supplier<NodeLoad> load) {
        this.node = node;
        this.terms = terms;
        this.connections = connections;
        this.table = new NodeTable(dialect);
        this.sessions = new DatabaseSessions(dialect);
        this.fence = new Fence(node.id(), dialect);
        this.load = load;
        this.heartbeatConnection = new HeartbeatConnection(connections);
    }

    /// The lease of this process on the usual terms.
    public static DatabaseLease of(DatabaseSettings database, NodeIdentity node, Supplier<NodeLoad> load) {
        return new DatabaseLease(
                node, LeaseTerms.DEFAULT, database.dialect(), new DirectConnections(database, node), load);
    }

    @Override
    public long epoch() {
        return standing.epoch();
    }

    @Override
    public boolean valid() {
        Standing now = standing;
        return now.held() && System.nanoTime() - now.renewed() < terms.lease().toNanos();
    }

    @Override
    public void check(Connection transaction, long epoch) throws SQLException {
        if (epoch != standing.epoch() || !valid()) {
            throw new StaleEpochException(node.id(), epoch);
        }
        try {
            fence.hold(transaction, epoch);
        } catch (StaleEpochException stale) {
            lose(epoch, RAISED);
            throw stale;
        }
    }

    @Override
    public void serve() {
        goLive();
    }

    @Override
    public void join(FencingListener listener) throws InterruptedException {
        while (!enter(true)) {
            if (leaving.await(BEAT_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        Thread.ofPlatform()
                .daemon()
                .name("heartbeat")
                .priority(Thread.MAX_PRIORITY)
                .start(this::beatUntilLeaving);
        Thread.ofPlatform()
                .daemon()
                .name("lease")
                .priority(Thread.MAX_PRIORITY)
                .start(() -> judgeUntilLeaving(listener));
    }

    @Override
    public void drain() {
        try (Connection connection = connections.open()) {
            if (!table.drain(connection, node.id())) {
                LOG.warn("{} has no lease that could be drained", node.id());
            }
        } catch (SQLException failed) {
            LOG.warn("{} could not tell that it drains", node.id(), failed);
        }
    }

    @Override
    public void leave(Duration patience) {
        leaving.countDown();
        Standing last = standing;
        standing = new Standing(last.epoch(), false, last.renewed(), "it leaves");
        Thread farewell = Thread.ofVirtual().name("farewell").start(() -> giveBack(last));
        try {
            if (!farewell.join(patience)) {
                LOG.warn("{} could not give its lease back within {}; it runs out by itself", node.id(), patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        heartbeatConnection.close();
    }

    private void giveBack(Standing last) {
        if (!last.held()) {
            return;
        }
        try (Connection connection = connections.open()) {
            boolean left = Jdbc.transaction(connection, tx -> table.leave(tx, node, last.epoch()));
            LOG.info("{} {}", node.id(), left ? "gave its lease back" : "had lost its lease already");
        } catch (SQLException failed) {
            LOG.warn("{} could not give its lease back; it runs out by itself", node.id(), failed);
        }
    }

    private void beatUntilLeaving() {
        Duration pause = terms.heartbeat();
        try {
            while (!leaving.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                long started = System.nanoTime();
                boolean renewed = beat(started);
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                pause = renewed ? atLeastZero(terms.heartbeat().minus(took)) : BEAT_AGAIN;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean beat(long started) {
        Standing before = standing;
        if (!before.held()) {
            return false;
        }
        try {
            Optional<LeaseState> state =
                    table.heartbeat(heartbeatConnection.get(), node.id(), before.epoch(), terms, load.get());
            if (state.isEmpty()) {
                lose(before.epoch(), RAISED);
                return false;
            }
            renew(before.epoch(), started);
            draining = state.get() == LeaseState.DRAINING;
            return true;
        } catch (SQLException failed) {
            LOG.warn("{} could not renew its lease: {}", node.id(), failed.toString());
            heartbeatConnection.close();
            return false;
        }
    }

    private void judgeUntilLeaving(FencingListener listener) {
        Duration pause = JUDGE_EVERY;
        try {
            while (!leaving.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    judge(listener);
                    pause = JUDGE_EVERY;
                } catch (RuntimeException failed) {
                    // For example a connection of the pool that a takeover has closed. A node that gave up here would
                    // be lost to the cluster for ever.
                    LOG.error("{} could not follow its lease and tries again", node.id(), failed);
                    lose(
                            standing.epoch(),
                            "it could not begin to work: " + failed.getClass().getSimpleName());
                    pause = BEAT_AGAIN;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(FencingListener listener) throws InterruptedException {
        Standing now = standing;
        if (now.held() && System.nanoTime() - now.renewed() >= terms.lease().toNanos()) {
            lose(
                    now.epoch(),
                    "it could not renew its lease for " + terms.lease().toMillis() + " ms");
        }
        if (!standing.held()) {
            fenceAndJoinAnew(listener);
            toldToDrain = false;
        } else if (draining && !toldToDrain) {
            toldToDrain = true;
            listener.draining();
        }
    }

    private void fenceAndJoinAnew(FencingListener listener) throws InterruptedException {
        Standing lost = standing;
        LOG.warn("{} fences itself: {}", node.id(), lost.lostBecause());
        boolean drained = draining;
        listener.fenced(lost.epoch());
        while (!enter(false)) {
            if (leaving.await(BEAT_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        tellFenced(lost);
        LOG.info("{} joined anew under epoch {}", node.id(), standing.epoch());
        listener.joined(standing.epoch());
        if (drained) {
            // Who asked it to drain does not expect it back because its lease was lost.
            drain();
        } else {
            goLive();
        }
    }

    /// One attempt to get a new epoch. The epoch counts from when the sessions of earlier ones are closed.
    private boolean enter(boolean firstTime) {
        long started = System.nanoTime();
        try (Connection connection = connections.open()) {
            if (firstTime) {
                sessions.closeEarlier(connection, node);
            } else {
                sessions.closeAll(connection, node.id());
            }
            long epoch = Jdbc.transaction(connection, tx -> table.join(tx, node, terms));
            if (!firstTime) {
                sessions.closeAll(connection, node.id());
            }
            standing = new Standing(epoch, true, started, "");
            return true;
        } catch (SQLException failed) {
            LOG.warn("{} could not join: {}", node.id(), failed.toString());
            return false;
        }
    }

    private void goLive() {
        long epoch = standing.epoch();
        try (Connection connection = connections.open()) {
            if (!table.move(connection, node.id(), epoch, LeaseState.STARTING, LeaseState.LIVE)) {
                LOG.warn("{} was not starting under epoch {}", node.id(), epoch);
            }
        } catch (SQLException failed) {
            lose(epoch, "it could not say that it is live: " + failed);
        }
    }

    private void tellFenced(Standing lost) {
        try (Connection connection = connections.open()) {
            table.tellFenced(connection, node.id(), lost.epoch(), "fenced itself: " + lost.lostBecause());
        } catch (SQLException untold) {
            LOG.warn("{} could not tell that it had fenced itself", node.id(), untold);
        }
    }

    private synchronized void renew(long epoch, long started) {
        if (standing.held() && standing.epoch() == epoch) {
            standing = new Standing(epoch, true, started, "");
        }
    }

    private synchronized void lose(long epoch, String because) {
        if (standing.held() && standing.epoch() == epoch) {
            standing = new Standing(epoch, false, standing.renewed(), because);
        }
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
