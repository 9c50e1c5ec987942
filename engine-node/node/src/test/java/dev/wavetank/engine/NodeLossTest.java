package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What stands when a node is killed, fenced or stopped in the middle of its work.
class NodeLossTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int INSTANCES = 60;
    private static final String EFFECTS = "select count(*) from WT_LEDGER where ATTEMPT = false";
    private static final String ENDED = "select count(*) from ACT_HI_PROCINST where END_TIME_ is not null";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aKilledNodeLeavesLockedJobsAndItsNextLifeFinishesThemEachEffectOnce(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                ChildNode first = ChildNode.start(database.settings(), "engine-1", "engine", folder)) {
            startInstances(first.as("acme"));
            eventually("it works", PATIENCE, () -> database.number(EFFECTS) >= 10);

            first.kill();

            assertThat(database.number("select count(*) from ACT_RU_JOB where LOCK_OWNER_ = 'engine-1'"))
                    .as("jobs that only a takeover or a next life can free")
                    .isPositive();
            assertThat(database.number(ENDED)).isLessThan(INSTANCES);
            try (TestNode second = TestNode.start(database.settings(), "engine-1")) {
                eventually("all instances end", PATIENCE, () -> database.number(ENDED) == INSTANCES);
                assertThat(second.as("acme")
                                .get("/management/deadletter-jobs")
                                .json()
                                .get("total")
                                .asInt())
                        .isZero();
            }
            assertEachEffectOnce(database);
            assertThat(database.strings("select distinct EPOCH from WT_LEDGER order by EPOCH"))
                    .containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aFencedNodeCommitsNothingMoreAndJoinsAnew(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            startInstances(node.as("acme"));
            eventually("it works", PATIENCE, () -> database.number(EFFECTS) >= 10);

            // What the leader does to a node it takes for dead.
            database.update("update WT_NODE set EPOCH = EPOCH + 1, STATE = 'DEAD' where ID = 'engine-1'");
            database.update("update WT_FENCE set EPOCH = EPOCH + 1 where NODE_ID = 'engine-1'");
            long stood = database.number("select coalesce(max(ID), 0) from WT_LEDGER where ATTEMPT = false");

            eventually(
                    "it joins anew",
                    PATIENCE,
                    () -> database.number("select EPOCH from WT_NODE where ID = 'engine-1' and STATE = 'LIVE'") == 3);
            eventually("all instances end", PATIENCE, () -> database.number(ENDED) == INSTANCES);
            assertThat(database.number(
                            "select count(*) from WT_LEDGER where ATTEMPT = false and EPOCH < 3 and ID > ?", stood))
                    .as("effects under a passed epoch")
                    .isZero();
            assertEachEffectOnce(database);
            assertThat(node.as("acme").get("//health/ready").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aStoppedNodeDrainsAndGivesItsLocksBack(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect);
                ChildNode node = ChildNode.start(database.settings(), "engine-1", "engine", folder)) {
            startInstances(node.as("acme"));
            eventually("it works", PATIENCE, () -> database.number(EFFECTS) >= 5);

            assertThat(node.stop()).as(node.said()).isZero();

            assertThat(database.number("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null"))
                    .isZero();
            assertThat(database.number("select count(*) from ACT_RU_EXECUTION where LOCK_OWNER_ is not null"))
                    .isZero();
            assertThat(database.strings("select STATE from WT_NODE")).containsExactly("LEFT");
            assertThat(database.number("select count(*) from WT_LEDGER where ATTEMPT = true"))
                    .as("what was tried was finished")
                    .isEqualTo(database.number(EFFECTS));
        }
    }

    private static void startInstances(RestClient client) {
        assertThat(client.deployResource("steps.bpmn20.xml").status()).isEqualTo(201);
        for (int i = 0; i < INSTANCES; i++) {
            assertThat(client.post("/runtime/process-instances", RestClient.start("steps", Map.of()))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static void assertEachEffectOnce(TestDatabase database) {
        assertThat(database.number(EFFECTS)).isEqualTo(2 * INSTANCES);
        assertThat(database.strings("select PROC_INST_ID from WT_LEDGER where ATTEMPT = false"
                        + " group by PROC_INST_ID, ACTIVITY_ID having count(*) > 1"))
                .as("effects that stand twice")
                .isEmpty();
        assertThat(database.number("select count(*) from WT_LEDGER where ATTEMPT = true"))
                .isGreaterThanOrEqualTo(2 * INSTANCES);
    }
}
