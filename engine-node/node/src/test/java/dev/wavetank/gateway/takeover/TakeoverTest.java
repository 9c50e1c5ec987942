package dev.wavetank.gateway.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.DatabaseLease;
import dev.wavetank.engine.membership.DirectConnections;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.membership.LeaseTerms;
import dev.wavetank.engine.membership.NodeIdentity;
import dev.wavetank.engine.membership.NodeLoad;
import dev.wavetank.engine.membership.NodeTable;
import dev.wavetank.engine.membership.StaleLocksTest;
import dev.wavetank.engine.membership.TestNodes;
import dev.wavetank.engine.testing.SilentListener;
import dev.wavetank.engine.testing.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TakeoverTest {
    private static final class LeaderDied extends RuntimeException {}

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void deadNodesWorkIsFreedAndItsSessionsAreClosed(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                Connection zombie = deadNodeWithOpenTransaction(database)) {
            Leader leader = leader(database, "gateway-1", true);

            assertThat(leader.takeover.declareDead(node(database), leader.epoch))
                    .isTrue();
            leader.takeover.resume();

            assertThat(StaleLocksTest.locksOf(database, "engine-1")).isZero();
            assertThat(StaleLocksTest.locksOf(database, "engine-2")).isEqualTo(4);
            assertThat(database.strings("select RETRIES_ from ACT_RU_JOB where ID_ = 'engine-1'"))
                    .containsExactly("3");
            assertThatThrownBy(zombie::commit).isInstanceOf(SQLException.class);
            assertThat(database.strings("select STATE from WT_NODE")).containsExactly("DEAD");
            assertThat(database.strings("select distinct EPOCH from WT_FENCE")).containsExactly("2");
            assertThat(database.strings("select STEP from WT_TAKEOVER")).containsExactly("DONE");
            assertThat(database.strings("select TYPE from WT_EVENT order by ID"))
                    .containsExactly("NODE_JOINED", "LEADER_CHANGED", "NODE_DEAD", "TAKEOVER");
        }
    }

    @ParameterizedTest
    @CsvSource({"H2,DECLARED", "H2,SESSIONS_CLOSED", "POSTGRESQL,DECLARED", "POSTGRESQL,SESSIONS_CLOSED"})
    void takeoverThatItsLeaderDiedInIsFinishedByTheNext(Dialect dialect, TakeoverStep diesAfter) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                Connection zombie = deadNodeWithOpenTransaction(database)) {
            Leader first = leader(database, "gateway-1", true, step -> {
                if (step == diesAfter) throw new LeaderDied();
            });
            assertThatThrownBy(() -> {
                        first.takeover.declareDead(node(database), first.epoch);
                        first.takeover.resume();
                    })
                    .isInstanceOf(LeaderDied.class);
            assertThat(StaleLocksTest.locksOf(database, "engine-1")).isEqualTo(4);

            database.update("update WT_LEADER set LEASE_UNTIL = 0");
            Leader second = leader(database, "gateway-2", true);
            second.takeover.resume();

            assertThat(StaleLocksTest.locksOf(database, "engine-1")).isZero();
            assertThat(database.strings("select STEP from WT_TAKEOVER")).containsExactly("DONE");
            assertThat(database.strings("select LEADER from WT_TAKEOVER")).containsExactly("gateway-2");
            assertThatThrownBy(zombie::commit).isInstanceOf(SQLException.class);

            second.takeover.resume();
            assertThat(database.strings("select TYPE from WT_EVENT where TYPE = 'TAKEOVER'"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nodeThatCameBackKeepsWhatItHasLockedSince(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            deadNodeWithOpenTransaction(database).close();
            Leader leader = leader(database, "gateway-1", true, step -> {
                if (step == TakeoverStep.DECLARED) throw new LeaderDied();
            });
            assertThatThrownBy(() -> leader.takeover.declareDead(node(database), leader.epoch))
                    .isInstanceOf(LeaderDied.class);

            DatabaseLease back = lease(database, "b");
            back.join(new SilentListener());
            database.update("update ACT_RU_JOB set LOCK_OWNER_ = 'engine-1' where ID_ = 'engine-1'");
            leader(database, "gateway-1", true).takeover.resume();

            assertThat(database.strings("select LOCK_OWNER_ from ACT_RU_JOB where ID_ = 'engine-1'"))
                    .containsExactly("engine-1");
            assertThat(database.strings("select STEP from WT_TAKEOVER")).containsExactly("DONE");
            back.leave(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nodeThatRenewedItsLeaseMeanwhileIsNotDeclaredDead(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            deadNodeWithOpenTransaction(database).close();
            Leader leader = leader(database, "gateway-1", true);
            NodeTable.Row seenDead = node(database);
            database.update("update WT_NODE set LEASE_UNTIL = LEASE_UNTIL + 3600000");

            assertThat(leader.takeover.declareDead(seenDead, leader.epoch)).isFalse();

            assertThat(database.strings("select EPOCH from WT_NODE")).containsExactly("1");
            assertThat(StaleLocksTest.locksOf(database, "engine-1")).isEqualTo(4);
        }
    }

    /// Something else is in the burial's way, and the node has come back meanwhile: its work must go on.
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nodeThatRenewedItsLeaseMeanwhileKeepsItsSessions(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                Connection working = deadNodeWithOpenTransaction(database);
                Connection inTheWay = database.dataSource().getConnection()) {
            Leader leader = leader(database, "gateway-1", true);
            NodeTable.Row seenDead = node(database);
            database.update("update WT_NODE set LEASE_UNTIL = LEASE_UNTIL + 7200000");
            inTheWay.setAutoCommit(false);
            Jdbc.update(inTheWay, "update WT_LEADER set HOLDER = HOLDER where ID = 1");

            assertThat(leader.takeover.declareDead(seenDead, leader.epoch)).isFalse();

            working.commit();
            inTheWay.rollback();
            assertThat(database.strings("select RETRIES_ from ACT_RU_JOB where ID_ = 'engine-1'"))
                    .containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void leaderThatLeadsNoLongerDeclaresNobodyDead(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            deadNodeWithOpenTransaction(database).close();
            Leader former = leader(database, "gateway-1", true);
            database.update("update WT_LEADER set LEASE_UNTIL = 0");
            Leader present = leader(database, "gateway-2", true);

            assertThat(former.takeover.declareDead(node(database), former.epoch))
                    .isFalse();
            assertThat(present.takeover.declareDead(node(database), present.epoch))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void nodeFrozenBetweenCheckAndCommitDoesNotHoldUpItsOwnBurial(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            DatabaseLease lease = lease(database, "a");
            lease.join(new SilentListener());
            Connection frozen = connections(database, "a").open();
            frozen.setAutoCommit(false);
            Jdbc.update(
                    frozen, "insert into WT_TENANT (ID, NAME, STATE, CREATED_AT) values ('late', 'late', 'ACTIVE', 0)");
            lease.check(frozen, 1);
            lapse(database);
            Leader leader = leader(database, "gateway-1", true);

            assertThat(leader.takeover.declareDead(node(database), leader.epoch))
                    .isTrue();

            assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
            assertThat(database.strings("select ID from WT_TENANT")).isEmpty();
            lease.leave(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void switchedOffItMarksTheDeadAndFreesNothing(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            deadNodeWithOpenTransaction(database).close();
            Leader leader = leader(database, "gateway-1", false);

            assertThat(leader.takeover.declareDead(node(database), leader.epoch))
                    .isTrue();
            leader.takeover.resume();

            assertThat(database.strings("select STATE from WT_NODE")).containsExactly("DEAD");
            assertThat(StaleLocksTest.locksOf(database, "engine-1")).isEqualTo(4);
            assertThat(database.strings("select STEP from WT_TAKEOVER")).containsExactly("SKIPPED");
        }
    }

    private record Leader(Takeover takeover, long epoch) {}

    private static Leader leader(TestDatabase database, String gateway, boolean enabled) throws SQLException {
        return leader(database, gateway, enabled, step -> {});
    }

    private static Leader leader(
            TestDatabase database, String gateway, boolean enabled, Consumer<TakeoverStep> afterStep)
            throws SQLException {
        LeaseTerms patient = new LeaseTerms(
                Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofMinutes(5));
        LeaderLease lease = new LeaderLease(gateway, database.dialect(), patient);
        Takeover takeover = new Takeover(database.dataSource(), database.dialect(), lease, gateway, enabled, afterStep);
        try (Connection connection = database.dataSource().getConnection()) {
            database.update("update WT_LEADER set LEASE_UNTIL = 0 where HOLDER = ?", gateway);
            return new Leader(takeover, lease.tryTake(connection).orElseThrow());
        }
    }

    /// A node that has joined, locked rows of its own in all four tables, has a transaction open, and is silent
    /// since.
    private static Connection deadNodeWithOpenTransaction(TestDatabase database) throws Exception {
        Connection connection = connections(database, "a").open();
        TestNodes.enter(database, identity("a"));
        StaleLocksTest.lockEverything(database, "engine-1");
        StaleLocksTest.lockEverything(database, "engine-2");
        lapse(database);
        connection.setAutoCommit(false);
        Jdbc.update(connection, "update ACT_RU_JOB set RETRIES_ = 1 where LOCK_OWNER_ = 'engine-1'");
        return connection;
    }

    private static void lapse(TestDatabase database) {
        database.update("update WT_NODE set LEASE_UNTIL = LEASE_UNTIL - 3600000");
    }

    private static NodeTable.Row node(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return new NodeTable(database.dialect()).all(connection).getFirst();
        }
    }

    private static DatabaseLease lease(TestDatabase database, String incarnation) {
        return new DatabaseLease(
                identity(incarnation),
                LeaseTerms.DEFAULT,
                database.dialect(),
                connections(database, incarnation),
                () -> new NodeLoad(0, 0));
    }

    private static DirectConnections connections(TestDatabase database, String incarnation) {
        return new DirectConnections(database.settings(), identity(incarnation));
    }

    private static NodeIdentity identity(String incarnation) {
        return new NodeIdentity("engine-1", NodeRole.ENGINE, URI.create("http://127.0.0.1:1"), incarnation);
    }
}
