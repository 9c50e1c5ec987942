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
            TestNodes.enter(
                    database, new NodeIdentity("engine-1", NodeRole.ENGINE, URI.create("http://127.0.0.1:1"), "a"));
            database.update("update WT_NODE set STATE = 'LIVE'");
            StaleLocksTest.lockEverything(database, "engine-1");

            eventually("its work is free", SOON, () -> StaleLocksTest.locksOf(database, "engine-1") == 0);

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
