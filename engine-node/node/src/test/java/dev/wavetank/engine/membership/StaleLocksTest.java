package dev.wavetank.engine.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.fencing.StaleEpochException;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class StaleLocksTest {
    private static final List<String> JOB_TABLES = List.of("ACT_RU_JOB", "ACT_RU_TIMER_JOB", "ACT_RU_EXTERNAL_JOB");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everythingOfTheOwnerIsFreedAndNothingOfOthers(Dialect dialect) throws Exception {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            lockEverything(database, "engine-1");
            lockEverything(database, "engine-2");
            database.update(
                    "update ACT_RU_JOB set EXCEPTION_MSG_ = ? where LOCK_OWNER_ = 'engine-1'",
                    new StaleEpochException("engine-1", 4).getMessage());

            StaleLocks.Freed freed =
                    Jdbc.transaction(database.dataSource(), transaction -> StaleLocks.release(transaction, "engine-1"));

            assertThat(freed).isEqualTo(new StaleLocks.Freed(1, 1, 1, 1, 1));
            assertThat(locksOf(database, "engine-1")).isZero();
            assertThat(locksOf(database, "engine-2")).isEqualTo(4);
            assertThat(database.strings("select RETRIES_ from ACT_RU_JOB order by ID_"))
                    .containsExactly("4", "3");
            assertThat(database.strings("select REV_ from ACT_RU_TIMER_JOB order by ID_"))
                    .containsExactly("2", "1");
        }
    }

    /// One locked row in each of the four tables.
    public static void lockEverything(TestDatabase database, String owner) {
        for (String table : JOB_TABLES) {
            database.update(
                    "insert into " + table + " (ID_, REV_, TYPE_, LOCK_OWNER_, LOCK_EXP_TIME_, RETRIES_)"
                            + " values (?, 1, 'message', ?, CURRENT_TIMESTAMP, 3)",
                    owner,
                    owner);
        }
        database.update(
                "insert into ACT_RU_EXECUTION (ID_, REV_, LOCK_OWNER_, LOCK_TIME_) values (?, 1, ?, CURRENT_TIMESTAMP)",
                owner,
                owner);
    }

    /// How many of the four tables hold a lock of this owner.
    public static long locksOf(TestDatabase database, String owner) {
        long locks = database.number("select count(*) from ACT_RU_EXECUTION where LOCK_OWNER_ = ?", owner);
        for (String table : JOB_TABLES) {
            locks += database.number("select count(*) from " + table + " where LOCK_OWNER_ = ?", owner);
        }
        return locks;
    }
}
