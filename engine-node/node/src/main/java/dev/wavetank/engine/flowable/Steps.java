package dev.wavetank.engine.flowable;

import dev.wavetank.engine.ledger.Ledger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;

/// What the ledger knows of an execution at a step.
final class Steps {
    private Steps() {}

    static Ledger.Step of(DelegateExecution execution) {
        String key =
                execution instanceof ExecutionEntity entity ? Definitions.key(entity.getProcessDefinitionId()) : "";
        return new Ledger.Step(
                Objects.requireNonNullElse(execution.getTenantId(), ""),
                key,
                execution.getProcessInstanceId(),
                Objects.requireNonNullElse(execution.getProcessInstanceBusinessKey(), ""),
                execution.getCurrentActivityId(),
                execution.getId());
    }

    /// Writes the effect in the engine's own transaction, which must be at work in this thread.
    static void writeEffect(Ledger ledger, Ledger.Step step) {
        try {
            Connection transaction = Context.getCommandContext()
                    .getSession(DbSqlSession.class)
                    .getSqlSession()
                    .getConnection();
            ledger.effect(transaction, step);
        } catch (SQLException failed) {
            throw new FlowableException("The ledger could not be written at " + step.activityId(), failed);
        }
    }
}
