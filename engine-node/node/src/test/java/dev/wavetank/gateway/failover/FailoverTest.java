package dev.wavetank.gateway.failover;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.StaleLocksTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the product promises: a node dies or freezes under load, and nothing that was accepted is lost or done
/// twice.
@Tag("slow")
class FailoverTest {
    private static final int INSTANCES = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void killedEngineLosesNothingAndNothingIsDoneTwice(Dialect dialect) throws Exception {
        try (RealCluster cluster = new RealCluster(dialect)) {
            Load load = cluster.load(INSTANCES);
            eventually("a third has started", PATIENCE, () -> load.accepted() > INSTANCES / 3);
            eventually("the victim is at work", PATIENCE, () -> cluster.jobsLockedBy("engine-1") > 0);

            long killed = System.currentTimeMillis();
            cluster.kill("engine-1");

            load.await();
            cluster.awaitEnded(INSTANCES);
            cluster.assertNothingLostAndNothingTwice(load);
            assertThat(StaleLocksTest.locksOf(cluster.database, "engine-1")).isZero();
            cluster.report("killed, " + dialect, killed);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void frozenEngineIsTakenOverAndFencesItselfWhenItWakes(Dialect dialect) throws Exception {
        try (RealCluster cluster = new RealCluster(dialect)) {
            Load load = cluster.load(INSTANCES);
            eventually("a third has started", PATIENCE, () -> load.accepted() > INSTANCES / 3);
            eventually("the victim is at work", PATIENCE, () -> cluster.jobsLockedBy("engine-1") > 0);

            long frozen = System.currentTimeMillis();
            cluster.freeze("engine-1");

            load.await();
            cluster.awaitEnded(INSTANCES);
            cluster.report("frozen, " + dialect, frozen);
            long takenOver = cluster.time("TAKEOVER", "engine-1");

            cluster.thaw("engine-1");
            cluster.await(
                    "it has fenced itself and joined anew",
                    () -> cluster.state("engine-1").equals("LIVE") && cluster.epoch("engine-1") > 2);

            cluster.assertNothingLostAndNothingTwice(load);
            assertThat(cluster.database.strings("select EPOCH from WT_EVENT where TYPE = 'NODE_FENCED' order by ID"))
                    .startsWith("1");
            assertThat(cluster.database.number(
                            "select count(*) from WT_LEDGER where NODE = 'engine-1' and EPOCH = 1 and not ATTEMPT"
                                    + " and AT_TIME > ?",
                            OffsetDateTime.ofInstant(Instant.ofEpochMilli(takenOver), ZoneOffset.UTC)))
                    .isZero();

            Load again = cluster.load(20);
            again.await();
            cluster.awaitEnded(INSTANCES + 20);
            assertThat(cluster.database.number("select count(*) from WT_LEDGER where NODE = 'engine-1' and EPOCH > 2"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "H2")
    void stoppedEngineGivesItsWorkBackAndNoCallFails(Dialect dialect) throws Exception {
        try (RealCluster cluster = new RealCluster(dialect)) {
            Load load = cluster.load(INSTANCES);
            eventually("a third has started", PATIENCE, () -> load.accepted() > INSTANCES / 3);

            assertThat(cluster.stop("engine-1")).isZero();

            load.await();
            cluster.awaitEnded(INSTANCES);
            cluster.assertNothingLostAndNothingTwice(load);
            assertThat(cluster.state("engine-1")).isEqualTo("LEFT");
            assertThat(cluster.database.strings("select TYPE from WT_EVENT where TYPE in ('NODE_DEAD', 'TAKEOVER')"))
                    .isEmpty();
        }
    }
}
