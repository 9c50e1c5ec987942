package dev.wavetank.engine;

import static dev.wavetank.engine.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrphanedJobsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatALivingNodeLockedAndLostIsFreed(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            RestClient acme = node.as("acme");
            acme.deployResource("order.bpmn20.xml");
            acme.post("/runtime/process-instances", RestClient.start("order", Map.of("millis", 0)));
            eventually(
                    "the boundary timer waits",
                    PATIENCE,
                    () -> database.number("select count(*) from ACT_RU_TIMER_JOB") == 1);

            // As if the database had gone away while the node moved the timer and held the instance.
            String soon = dialect == Dialect.H2
                    ? "DATEADD(MINUTE, 5, CURRENT_TIMESTAMP)"
                    : "CURRENT_TIMESTAMP + interval '5 minutes'";
            database.update("update ACT_RU_TIMER_JOB set DUEDATE_ = CURRENT_TIMESTAMP, REV_ = REV_ + 1,"
                    + " LOCK_OWNER_ = 'engine-1', LOCK_EXP_TIME_ = " + soon);
            database.update("update ACT_RU_EXECUTION set LOCK_OWNER_ = 'engine-1', LOCK_TIME_ = " + soon
                    + " where PARENT_ID_ is null");

            eventually(
                    "the instance ends by its timer",
                    PATIENCE,
                    () -> database.number("select count(*) from ACT_HI_PROCINST where END_ACT_ID_ = 'lateEnd'") == 1);
            assertThat(acme.get("/management/deadletter-jobs")
                            .json()
                            .get("total")
                            .asInt())
                    .isZero();
        }
    }
}
