package dev.wavetank.engine.membership;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.fencing.StaleEpochException;
import dev.wavetank.engine.testing.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseLeaseTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void epochRisesWithEachLife(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease first = lease(database, "engine-1", "a");
            first.join(new RecordingListener());
            first.serve();
            assertThat(first.epoch()).isEqualTo(1);
            assertThat(state(database)).isEqualTo("LIVE");

            first.leave(AT_ONCE);
            DatabaseLease second = lease(database, "engine-1", "b");
            second.join(new RecordingListener());

            // leaving raised it to 2
            assertThat(second.epoch()).isEqualTo(3);
            assertThat(state(database)).isEqualTo("STARTING");
            assertThat(first.valid()).isFalse();
            assertThat(second.valid()).isTrue();
            second.leave(AT_ONCE);
            assertThat(database.strings("select TYPE from WT_EVENT order by ID"))
                    .containsExactly("NODE_JOINED", "NODE_LEFT", "NODE_JOINED", "NODE_LEFT");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void heartbeatKeepsTheLeaseFreshAndTellsTheLoad(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease lease = lease(database, "engine-1", "a");
            lease.join(new RecordingListener());
            long before = database.number("select LEASE_UNTIL from WT_NODE");

            eventually(
                    "the lease is renewed",
                    SOON,
                    () -> database.number("select LEASE_UNTIL from WT_NODE") > before
                            && database.number("select ACTIVE_JOBS from WT_NODE") == 7);
            assertThat(lease.valid()).isTrue();
            lease.leave(AT_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void commitUnderTheHeldEpochPassesAndUnderAStaleOneIsRefused(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease lease = lease(database, "engine-1", "a");
            RecordingListener listener = new RecordingListener();
            lease.join(listener);
            database.update("create table EFFECT (ID integer primary key)");

            write(database, lease, 1, 1);
            raiseEpoch(database, 2);

            assertThatThrownBy(() -> write(database, lease, 2, 1)).isInstanceOf(StaleEpochException.class);
            assertThat(database.strings("select ID from EFFECT")).containsExactly("1");
            eventually("it fences itself and joins anew", SOON, () -> lease.valid() && lease.epoch() == 3);
            eventually("it tells its node", SOON, () -> listener.heard.equals(List.of("fenced 1", "joined 3")));
            // a transaction that began before is refused still
            assertThatThrownBy(() -> write(database, lease, 3, 1)).isInstanceOf(StaleEpochException.class);
            write(database, lease, 4, 3);
            assertThat(database.strings("select ID from EFFECT order by ID")).containsExactly("1", "4");
            assertThat(database.strings("select TYPE from WT_EVENT where TYPE = 'NODE_FENCED'"))
                    .hasSize(1);
            lease.leave(AT_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void epochCannotBeRaisedBetweenCheckAndCommit(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease lease = lease(database, "engine-1", "a");
            lease.join(new RecordingListener());
            AtomicBoolean raised = new AtomicBoolean();
            CountDownLatch raising = new CountDownLatch(1);

            Thread raiser;
            boolean raisedBeforeCommit;
            try (Connection transaction = database.dataSource().getConnection()) {
                transaction.setAutoCommit(false);
                lease.check(transaction, 1);
                raiser = Thread.ofVirtual().start(() -> {
                    raising.countDown();
                    raiseEpoch(database, 2);
                    raised.set(true);
                });
                raising.await();
                raisedBeforeCommit = raiser.join(Duration.ofMillis(400)) || raised.get();
                transaction.commit();
                transaction.setAutoCommit(true);
            }

            assertThat(raisedBeforeCommit).isFalse();
            assertThat(raiser.join(SOON)).isTrue();
            assertThat(raised).isTrue();
            lease.leave(AT_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void commitsOfOneNodeDoNotWaitForEachOther(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease lease = lease(database, "engine-1", "a");
            lease.join(new RecordingListener());

            try (Connection one = database.dataSource().getConnection();
                    Connection two = database.dataSource().getConnection()) {
                one.setAutoCommit(false);
                two.setAutoCommit(false);
                lease.check(one, 1);
                long started = System.nanoTime();
                lease.check(two, 1);
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
                two.commit();
                one.commit();
                one.setAutoCommit(true);
                two.setAutoCommit(true);
            }
            lease.leave(AT_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void restartedNodeFreesItsOwnLocksAndClosesTheSessionsOfItsEarlierLife(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            lease(database, "engine-1", "a").join(new RecordingListener());
            Connection zombie = connections(database, "engine-1", "a").open();
            zombie.setAutoCommit(false);
            StaleLocksTest.lockEverything(database, "engine-1");
            StaleLocksTest.lockEverything(database, "engine-2");
            Jdbc.update(zombie, "update ACT_RU_JOB set RETRIES_ = 1 where LOCK_OWNER_ = 'engine-1'");

            DatabaseLease second = lease(database, "engine-1", "b");
            second.join(new RecordingListener());

            assertThat(second.epoch()).isEqualTo(2);
            assertThatThrownBy(zombie::commit).isInstanceOf(SQLException.class);
            assertThat(StaleLocksTest.locksOf(database, "engine-1")).isZero();
            assertThat(StaleLocksTest.locksOf(database, "engine-2")).isEqualTo(4);
            second.leave(AT_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nodeThatCannotRenewFencesItselfByItsOwnClock(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            AtomicBoolean reachable = new AtomicBoolean(true);
            ConnectionSource direct = connections(database, "engine-1", "a");
            ConnectionSource cuttable = () -> {
                if (!reachable.get()) throw new SQLException("the network is cut");
                return direct.open();
            };
            DatabaseLease lease = new DatabaseLease(
                    node("engine-1", "a"), LeaseTerms.DEFAULT, dialect, cuttable, () -> new NodeLoad(0, 0));
            RecordingListener listener = new RecordingListener();
            lease.join(listener);

            reachable.set(false);
            try (Connection other = database.dataSource().getConnection()) {
                new DatabaseSessions(dialect).closeAll(other, "engine-1");
            }
            long cut = System.nanoTime();
            eventually("it fences itself", SOON, () -> !lease.valid());
            assertThat(Duration.ofNanos(System.nanoTime() - cut)).isGreaterThan(Duration.ofMillis(1500));
            eventually("it says so", SOON, () -> listener.heard.equals(List.of("fenced 1")));

            reachable.set(true);
            eventually("it joins anew", SOON, () -> listener.heard.equals(List.of("fenced 1", "joined 2")));
            lease.leave(AT_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nodeThatFailsToBeginItsWorkTriesAgainUnderANewEpoch(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease lease = lease(database, "engine-1", "a");
            RecordingListener listener = new RecordingListener() {
                @Override
                public void joined(long epoch) {
                    super.joined(epoch);
                    if (epoch == 3) throw new IllegalStateException("a broken connection");
                }
            };
            lease.join(listener);

            raiseEpoch(database, 2);

            eventually(
                    "it works again",
                    SOON,
                    () -> listener.heard.equals(List.of("fenced 1", "joined 3", "fenced 3", "joined 4"))
                            && state(database).equals("LIVE"));
            assertThat(lease.valid()).isTrue();
            lease.leave(AT_ONCE);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nodeHearsThatItShallDrain(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease lease = lease(database, "engine-1", "a");
            RecordingListener listener = new RecordingListener();
            lease.join(listener);
            lease.serve();

            try (Connection connection = database.dataSource().getConnection()) {
                assertThat(new NodeTable(dialect).drain(connection, "engine-1")).isTrue();
            }

            eventually("it is told", SOON, () -> listener.heard.equals(List.of("draining")));
            assertThat(lease.valid()).isTrue();
            assertThat(state(database)).isEqualTo("DRAINING");
            lease.leave(AT_ONCE);
            assertThat(state(database)).isEqualTo("LEFT");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void drainedNodeThatHasToJoinAnewStaysDrained(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease lease = lease(database, "engine-1", "a");
            RecordingListener listener = new RecordingListener();
            lease.join(listener);
            lease.serve();
            try (Connection connection = database.dataSource().getConnection()) {
                assertThat(new NodeTable(dialect).drain(connection, "engine-1")).isTrue();
            }
            eventually("it is told", SOON, () -> listener.heard.contains("draining"));

            raiseEpoch(database, 2);

            eventually(
                    "it drains again",
                    SOON,
                    () -> listener.heard.equals(List.of("draining", "fenced 1", "joined 3", "draining")));
            assertThat(state(database)).isEqualTo("DRAINING");
            lease.leave(AT_ONCE);
        }
    }

    private static void write(TestDatabase database, DatabaseLease lease, int id, long epoch) throws SQLException {
        Jdbc.transaction(database.dataSource(), transaction -> {
            int rows = Jdbc.update(transaction, "insert into EFFECT values (?)", id);
            lease.check(transaction, epoch);
            return rows;
        });
    }

    private static void raiseEpoch(TestDatabase database, long epoch) {
        try {
            Jdbc.transaction(database.dataSource(), transaction -> {
                Fence.raise(transaction, "engine-1", epoch);
                return Jdbc.update(transaction, "update WT_NODE set STATE = 'DEAD', EPOCH = ?", epoch);
            });
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String state(TestDatabase database) {
        return database.strings("select STATE from WT_NODE").getFirst();
    }

    private static DatabaseLease lease(TestDatabase database, String id, String incarnation) {
        return new DatabaseLease(
                node(id, incarnation),
                LeaseTerms.DEFAULT,
                database.dialect(),
                connections(database, id, incarnation),
                () -> new NodeLoad(7, 1));
    }

    private static ConnectionSource connections(TestDatabase database, String id, String incarnation) {
        return new DirectConnections(database.settings(), node(id, incarnation));
    }

    private static NodeIdentity node(String id, String incarnation) {
        return new NodeIdentity(id, NodeRole.ENGINE, URI.create("http://127.0.0.1:1"), incarnation);
    }
}
