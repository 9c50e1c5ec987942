package dev.wavetank.gateway.takeover;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.ConnectionSource;
import dev.wavetank.engine.membership.DatabaseSessions;
import dev.wavetank.engine.membership.DirectConnections;
import dev.wavetank.engine.membership.LeaseTerms;
import dev.wavetank.engine.membership.NodeIdentity;
import dev.wavetank.engine.membership.NodeTable;
import dev.wavetank.engine.membership.StaleLocksTest;
import dev.wavetank.engine.membership.TestNodes;
import dev.wavetank.engine.policy.ClusterConfig;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.gateway.registry.Registry;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadershipTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void twoGatewaysElectOneLeaderAndTheOtherFollowsWithinFourSeconds(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestGateway one = new TestGateway(database, "gateway-1");
                TestGateway two = new TestGateway(database, "gateway-2")) {
            eventually("one leads", SOON, () -> one.leadership.leads() || two.leadership.leads());
            assertThat(Stream.of(one, two).filter(gateway -> gateway.leadership.leads()))
                    .hasSize(1);
            TestGateway leader = one.leadership.leads() ? one : two;
            TestGateway follower = leader == one ? two : one;

            leader.cut();

            long cut = System.nanoTime();
            eventually("the other leads", SOON, follower.leadership::leads);
            Duration took = Duration.ofNanos(System.nanoTime() - cut);
            assertThat(took).isLessThan(Duration.ofSeconds(4)).isGreaterThan(Duration.ofMillis(500));
            assertThat(database.strings("select EPOCH from WT_LEADER")).containsExactly("2");
            assertThat(database.strings("select NODE_ID from WT_EVENT where TYPE = 'LEADER_CHANGED' order by ID"))
                    .isEqualTo(List.of(leader.name, follower.name));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void leaderThatLeavesIsFollowedAtOnce(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestGateway one = new TestGateway(database, "gateway-1")) {
            eventually("it leads", SOON, one.leadership::leads);
            try (TestGateway two = new TestGateway(database, "gateway-2")) {
                one.close();
                eventually("the other leads", SOON, two.leadership::leads);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void silentNodeIsSuspectFirstAndDeadOnlyWhenItsLeaseIsOver(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestGateway gateway = new TestGateway(database, "gateway-1")) {
            eventually("it leads", SOON, gateway.leadership::leads);
            NodeIdentity engine = new NodeIdentity("engine-1", NodeRole.ENGINE, URI.create("http://127.0.0.1:1"), "a");
            TestNodes.enter(database, engine);
            database.update("update WT_NODE set STATE = 'LIVE'");
            StaleLocksTest.lockEverything(database, "engine-1");

            try (Connection frozen = new DirectConnections(database.settings(), engine).open()) {
                assertThat(frozen.isClosed()).isFalse();
                eventually("its work is free", SOON, () -> StaleLocksTest.locksOf(database, "engine-1") == 0);
            }

            assertThat(database.strings("select TYPE from WT_EVENT where NODE_ID = 'engine-1' order by ID"))
                    .containsExactly("NODE_JOINED", "NODE_SUSPECT", "NODE_DEAD", "TAKEOVER");
            long joined = database.number("select AT from WT_EVENT where TYPE = 'NODE_JOINED'");
            long dead = database.number("select AT from WT_EVENT where TYPE = 'NODE_DEAD'");
            assertThat(Duration.ofMillis(dead - joined))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(3))
                    .isLessThan(Duration.ofSeconds(6));
            eventually(
                    "the registry knows",
                    SOON,
                    () -> gateway.registry.routable().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void silentNodeWithoutAnyDatabaseSessionIsDeadBeforeItsLeaseIsOver(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestGateway gateway = new TestGateway(database, "gateway-1")) {
            eventually("it leads", SOON, gateway.leadership::leads);
            TestNodes.enter(
                    database, new NodeIdentity("engine-1", NodeRole.ENGINE, URI.create("http://127.0.0.1:1"), "a"));
            database.update("update WT_NODE set STATE = 'LIVE', LEASE_UNTIL = LEASE_UNTIL + 600000");
            StaleLocksTest.lockEverything(database, "engine-1");

            eventually("its work is free", SOON, () -> StaleLocksTest.locksOf(database, "engine-1") == 0);

            assertThat(database.strings("select TYPE from WT_EVENT where NODE_ID = 'engine-1' order by ID"))
                    .containsExactly("NODE_JOINED", "NODE_DEAD", "TAKEOVER");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void leaderForgetsWhatIsOldAndFinished(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            insertAged(database, "old", "CURRENT_TIMESTAMP - INTERVAL '8' DAY", 0);
            insertAged(database, "new", "CURRENT_TIMESTAMP", Long.MAX_VALUE);
            database.update("insert into WT_TAKEOVER (NODE_ID, EPOCH, STEP, LEADER, STARTED_AT, DETAIL)"
                    + " values ('old', 2, 'DECLARED', '', 0, '')");

            try (TestGateway gateway = new TestGateway(database, "gateway-1")) {
                eventually(
                        "the old key is forgotten",
                        SOON,
                        () -> database.number("select count(*) from WT_IDEMPOTENCY") == 1);
                // The unfinished one is finished first: there is no such node.
                eventually(
                        "the rest too",
                        SOON,
                        () -> database.strings("select NODE_ID from WT_TAKEOVER order by NODE_ID")
                                .equals(List.of("new")));
            }

            assertThat(database.strings("select IDEM_KEY from WT_IDEMPOTENCY")).containsExactly("new");
            assertThat(database.strings("select distinct NODE_ID from WT_EVENT where NODE_ID in ('old', 'new')"))
                    .containsExactly("new");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void housekeepingIsDoneInShortPassesAndLeavesWhatIsNotFinished(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            database.update("insert into WT_TAKEOVER (NODE_ID, EPOCH, STEP, LEADER, STARTED_AT, DETAIL)"
                    + " values ('open', 2, 'DECLARED', '', 0, '')");
            for (int event = 0; event < 1001; event++) {
                database.update("insert into WT_EVENT (AT, NODE_ID, EPOCH, TYPE, DETAIL)"
                        + " values (0, 'old', 1, 'NODE_JOINED', '')");
            }
            Housekeeping housekeeping = new Housekeeping(database.dataSource(), dialect, () -> ClusterConfig.DEFAULT);

            assertThat(housekeeping.pass()).isEqualTo(1000);
            assertThat(housekeeping.pass()).isEqualTo(1);
            assertThat(housekeeping.pass()).isZero();
            assertThat(database.strings("select NODE_ID from WT_TAKEOVER")).containsExactly("open");
        }
    }

    private static void insertAged(TestDatabase database, String name, String created, long at) {
        database.update("insert into WT_IDEMPOTENCY values ('t', ?, 'h', 'i', " + created + ")", name);
        database.update(
                "insert into WT_EVENT (AT, NODE_ID, EPOCH, TYPE, DETAIL) values (?, ?, 1, 'NODE_JOINED', '')",
                at,
                name);
        database.update(
                "insert into WT_TAKEOVER (NODE_ID, EPOCH, STEP, LEADER, STARTED_AT, DETAIL)"
                        + " values (?, 1, 'DONE', '', ?, '')",
                name,
                at);
    }

    /// The watch of a gateway, whose way to the database can be cut.
    private static final class TestGateway implements AutoCloseable {
        final String name;
        final Leadership leadership;
        final Registry registry = new Registry();
        private final TestDatabase database;
        private final NodeIdentity identity;
        private final AtomicBoolean cut = new AtomicBoolean();

        TestGateway(TestDatabase database, String name) {
            this.name = name;
            this.database = database;
            this.identity = new NodeIdentity(name, NodeRole.GATEWAY, URI.create("http://127.0.0.1:1"), "a");
            ConnectionSource direct = new DirectConnections(database.settings(), identity);
            ConnectionSource cuttable = () -> {
                if (cut.get()) throw new SQLException("the network is cut");
                return direct.open();
            };
            LeaderLease lease = new LeaderLease(name, database.dialect(), LeaseTerms.DEFAULT);
            this.leadership = new Leadership(
                    name,
                    LeaseTerms.DEFAULT,
                    database.dataSource(),
                    cuttable,
                    new NodeTable(database.dialect()),
                    lease,
                    new Takeover(database.dataSource(), database.dialect(), lease, name, true),
                    new Housekeeping(database.dataSource(), database.dialect(), () -> ClusterConfig.DEFAULT),
                    registry);
            leadership.start();
        }

        void cut() throws SQLException {
            cut.set(true);
            try (Connection connection = database.dataSource().getConnection()) {
                new DatabaseSessions(database.dialect()).closeAll(connection, name);
            }
        }

        @Override
        public void close() {
            leadership.close();
        }
    }
}
