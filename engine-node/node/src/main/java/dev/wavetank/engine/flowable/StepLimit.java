package dev.wavetank.engine.flowable;

import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.impl.agenda.AgendaOperationExecutionListener;
import org.flowable.common.engine.impl.interceptor.CommandContext;

/// Ends a transaction that never comes to wait: a loop without a task for somebody, a timer or an asynchronous step
/// runs for ever, and all it did stays in the node's memory until that is used up.
final class StepLimit implements AgendaOperationExecutionListener {
    /// An activity takes about two. The engine looks through all it holds at many of them, so that twice as many take
    /// four times as long: these take seconds.
    private static final int MOST = 5_000;

    private static final String COUNT = "wavetank.operations";

    private static final class Count {
        int value;
    }

    @Override
    public void beforeAll(CommandContext context) {
        // counted one by one
    }

    @Override
    public void beforeExecute(CommandContext context, Runnable operation) {
        if (!(context.getAttribute(COUNT) instanceof Count count)) {
            context.addAttribute(COUNT, new Count());
        } else if (++count.value > MOST) {
            throw new FlowableException("It did " + MOST + " steps without one that waits: let a step of the loop be"
                    + " asynchronous, or wait for something.");
        }
    }

    @Override
    public void afterExecute(CommandContext context, Runnable operation) {
        // counted before
    }

    @Override
    public void afterExecuteException(CommandContext context, Runnable operation, Throwable failure) {
        // counted before
    }

    @Override
    public void afterAll(CommandContext context) {
        // the count ends with its context
    }
}
