package dev.wavetank.engine.flowable;

import dev.wavetank.engine.ledger.Ledger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableIllegalArgumentException;
import org.flowable.common.engine.api.delegate.Expression;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.DelegateHelper;
import org.flowable.engine.delegate.JavaDelegate;

/// `${ledger}`: a step that writes an attempt at once, works for its `durationMillis`, and writes its effect in
/// the engine's transaction.
///
/// The work is bounded by what the database allows a transaction to idle (5 s): longer steps belong to external
/// workers.
final class LedgerDelegate implements JavaDelegate {
    private static final long LONGEST_MILLIS = 4000;

    private final Ledger ledger;

    LedgerDelegate(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ledger.Step step = Steps.of(execution);
        try {
            ledger.attempt(step);
            work(duration(execution));
            Steps.writeEffect(ledger, step);
        } catch (SQLException failed) {
            throw new FlowableException("The ledger could not be written at " + step.activityId(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FlowableException("The step " + step.activityId() + " was stopped", stopped);
        }
    }

    private static Duration duration(DelegateExecution execution) {
        Expression field = DelegateHelper.getFieldExpression(execution, "durationMillis");
        if (field == null) return Duration.ZERO;
        String value = String.valueOf(field.getValue(execution));
        if (!value.matches("\\d{1,4}") || Long.parseLong(value) > LONGEST_MILLIS) {
            throw new FlowableIllegalArgumentException(
                    "durationMillis must be a whole number up to " + LONGEST_MILLIS + ", not " + value);
        }
        return Duration.ofMillis(Long.parseLong(value));
    }

    /// Waits for a signal that never comes: a wait that an interruption ends.
    private static void work(Duration duration) throws InterruptedException {
        if (duration.isPositive() && new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Nobody counts this latch down.");
        }
    }
}
