package dev.wavetank.gateway.failover;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One fault after the other on one cluster of two gateways and three engines, each under load: nothing that was
/// accepted is lost, nothing is done twice, nothing is written under a passed epoch, and it goes on within the bound.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultMatrix {
    private static final int INSTANCES = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Dialect dialect;
    private RealCluster cluster;
    private long before;

    FaultMatrix(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeAll
    void start() throws Exception {
        cluster = new RealCluster(dialect, "gateway-1", "gateway-2", "engine-1", "engine-2", "engine-3");
    }

    @BeforeEach
    void allWork() throws Exception {
        cluster.heal();
        before = cluster.ended();
    }

    @AfterAll
    void end() throws Exception {
        if (cluster != null) cluster.close();
    }

    @Test
    void twoEnginesKilledAtOnceAreTakenOverByTheThird() throws Exception {
        Load load = underWay();

        cluster.kill("engine-1");
        cluster.kill("engine-2");

        allIsDoneOnce(load);
    }

    @Test
    void takeoverGoesOnThoughTheLeaderIsKilledInTheMiddle() throws Exception {
        Load load = underWay();
        String leader = cluster.leader();
        cluster.kill("engine-1");
        eventually(
                "it is declared dead", PATIENCE, () -> cluster.state("engine-1").equals("DEAD"));

        cluster.kill(leader);

        allIsDoneOnce(load);
        cluster.await("the other leads", () -> !cluster.leader().equals(leader));
    }

    @Test
    void bothGatewaysKilledLetTheEnginesWorkOnAndTheirReturnFinishesWhatDied() throws Exception {
        Load load = underWay();

        cluster.kill("gateway-1");
        cluster.kill("gateway-2");
        cluster.kill("engine-3");
        long done = cluster.ended();
        eventually("the engines work on", PATIENCE, () -> cluster.ended() > done);
        cluster.start("gateway-1");
        cluster.start("gateway-2");

        allIsDoneOnce(load);
    }

    @Test
    void databaseCrashHoldsEverythingUpUntilItIsBack() throws Exception {
        Load load = underWay();

        cluster.database.crash();
        // Longer than a lease.
        eventually("four seconds have passed", PATIENCE, RealCluster.after(Duration.ofSeconds(4)));
        cluster.database.start();

        allIsDoneOnce(load);
    }

    @Test
    void everythingKilledAtOnceGoesOnWhereItStood() throws Exception {
        Load load = underWay();

        cluster.killAll();
        cluster.database.crash();
        cluster.database.start();
        cluster.heal();

        allIsDoneOnce(load);
    }

    @Test
    void frozenEngineWritesNothingMoreWhenItWakes() throws Exception {
        Load load = underWay();

        cluster.freeze("engine-1");
        cluster.await("its work is taken over", () -> cluster.state("engine-1").equals("DEAD"));
        cluster.thaw("engine-1");

        allIsDoneOnce(load);
        cluster.await("it is back", () -> cluster.state("engine-1").equals("LIVE"));
    }

    @Test
    void engineCutOffFromTheDatabaseIsTakenOverAndJoinsAnewWhenTheLineIsWhole() throws Exception {
        Load load = underWay();

        cluster.toDatabase.cut();
        cluster.await("its work is taken over", () -> cluster.state("engine-1").equals("DEAD"));
        cluster.await("the others have done everything", () -> cluster.ended() == before + INSTANCES);
        cluster.toDatabase.mend();

        allIsDoneOnce(load);
        cluster.await("it is back", () -> cluster.state("engine-1").equals("LIVE"));
    }

    @Test
    void engineCutOffFromTheGatewaysWorksOnAndItsCallsGoElsewhere() throws Exception {
        Load load = underWay();
        long epoch = cluster.epoch("engine-1");

        cluster.fromGateways.cut();

        allIsDoneOnce(load);
        assertThat(cluster.state("engine-1"))
                .as("the database decides who lives")
                .isEqualTo("LIVE");
        assertThat(cluster.epoch("engine-1")).isEqualTo(epoch);
        assertThat(cluster.jobsLockedBy("engine-1")).as("it did its own work").isZero();
    }

    private Load underWay() {
        Load load = cluster.load(INSTANCES);
        eventually("a third has started", PATIENCE, () -> load.accepted() > INSTANCES / 3);
        eventually("the victim is at work", PATIENCE, () -> cluster.jobsLockedBy("engine-1") > 0);
        return load;
    }

    private void allIsDoneOnce(Load load) throws Exception {
        long begun = System.nanoTime();
        load.await();
        cluster.awaitEnded(before + INSTANCES);
        cluster.assertNothingLostAndNothingTwice(load);
        cluster.assertNoEffectOfTheDead();
        System.out.printf(
                "fault matrix (%s): all done %d ms after the fault%n",
                dialect, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
}
