package dev.wavetank.engine.api;

import java.time.Instant;

/// One effect that a step of a process had, as the ledger keeps it.
///
/// The row is written in the engine's own transaction, so it stands exactly when the step's result stands; it has
/// no unique constraint, so that a step which did run twice shows as two rows. Attempts are kept apart (`attempt`
/// true): they are written at once and outside the transaction, so that an attempt whose transaction was lost is
/// seen too.
///
/// @param occurrence tells the passes of one activity in one instance apart: the execution's id
public record LedgerEntry(
        String tenant,
        String processInstanceId,
        String businessKey,
        String activityId,
        String occurrence,
        String node,
        long epoch,
        Instant at,
        boolean attempt) {}
