package dev.wavetank.engine.membership;

import java.sql.Connection;
import java.sql.SQLException;

/// Gives back what a node has locked in the engine's tables, when that node can no longer use it.
///
/// The engine locks a job for the node that will run it, and for an exclusive job the process instance as well;
/// both locks outlive the node. External-worker jobs are locked by workers, so only those whose worker carries
/// the node's name are freed here.
public final class StaleLocks {
    /// How much was freed.
    public record Freed(int jobs, int timers, int externalJobs, int instances, int retries) {
        public int total() {
            return jobs + timers + externalJobs + instances;
        }

        @Override
        public String toString() {
            return jobs + " jobs, " + timers + " timers, " + externalJobs + " external jobs, " + instances
                    + " instances, " + retries + " retries given back";
        }
    }

    /// How a job's message begins to tell of [dev.wavetank.engine.fencing.StaleEpochException].
    private static final String REFUSED = "%has passed: the transaction is refused%";

    private StaleLocks() {}

    /// Frees everything of this owner in the caller's transaction.
    ///
    /// The revision of a freed job rises, so that a late write of the old owner meets an optimistic lock as
    /// well. The revision of an instance does not: a survivor may be at work on it. A retry that was spent on
    /// fencing alone is given back.
    public static Freed release(Connection connection, String owner) throws SQLException {
        int retries = giveRetriesBack(connection, "ACT_RU_JOB", owner)
                + giveRetriesBack(connection, "ACT_RU_TIMER_JOB", owner);
        return new Freed(
                unlockJobs(connection, "ACT_RU_JOB", owner),
                unlockJobs(connection, "ACT_RU_TIMER_JOB", owner),
                unlockJobs(connection, "ACT_RU_EXTERNAL_JOB", owner),
                Jdbc.update(
                        connection,
                        "update ACT_RU_EXECUTION set LOCK_OWNER_ = null, LOCK_TIME_ = null where LOCK_OWNER_ = ?",
                        owner),
                retries);
    }

    private static int unlockJobs(Connection connection, String table, String owner) throws SQLException {
        return Jdbc.update(
                connection,
                "update " + table + " set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1"
                        + " where LOCK_OWNER_ = ?",
                owner);
    }

    private static int giveRetriesBack(Connection connection, String table, String owner) throws SQLException {
        return Jdbc.update(
                connection,
                "update " + table + " set RETRIES_ = RETRIES_ + 1, EXCEPTION_MSG_ = null"
                        + " where LOCK_OWNER_ = ? and EXCEPTION_MSG_ like ?",
                owner,
                REFUSED);
    }
}
