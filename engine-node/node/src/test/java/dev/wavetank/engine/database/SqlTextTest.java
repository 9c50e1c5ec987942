package dev.wavetank.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.SqlText.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a statement leaves behind.
class SqlTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"select * from ACT_RU_JOB", "\n  SELECT 1"})
    void aQueryLeavesNothing(String sql) {
        assertThat(SqlText.trace(sql)).isEqualTo(Trace.NONE);
    }

    /// The texts of Flowable's `updateProcessInstanceLockTime` and `updateJobLocks`.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select EPOCH from WT_NODE where NODE = ? for update",
                "update ACT_RU_EXECUTION\n    set\n      LOCK_TIME_ = ?,\n      LOCK_OWNER_ = ?\n    where ID_ = ?",
                "update ACT_RU_JOB set LOCK_OWNER_ = ?, LOCK_EXP_TIME_ = ? where ID_ in ( ? , ? )",
                "update ACT_RU_TIMER_JOB set LOCK_OWNER_ = ?, LOCK_EXP_TIME_ = ? where ID_ in ( ? )"
            })
    void aLockThatIsTakenIsNothingToKeep(String sql) {
        assertThat(SqlText.trace(sql)).isEqualTo(Trace.LOCK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ACT_RU_EXECUTION SET REV_ = ?, LOCK_TIME_ = ? where ID_ = ?",
                "update ACT_RU_EXECUTION set LOCK_TIME_ = null, LOCK_OWNER_ = null where ID_ = ?",
                "update ACT_RU_JOB set LOCK_OWNER_ = null where LOCK_OWNER_ = ?",
                "update ACT_RU_JOB SET REV_ = ?, LOCK_OWNER_ = ? where ID_ = ?",
                "insert into ACT_RU_JOB (ID_) values (?)",
                "delete from ACT_RU_JOB where ID_ = ?",
                "commit; call WT_DURABLE()"
            })
    void allElseIsToBeKept(String sql) {
        assertThat(SqlText.trace(sql)).isEqualTo(Trace.DATA);
    }
}
