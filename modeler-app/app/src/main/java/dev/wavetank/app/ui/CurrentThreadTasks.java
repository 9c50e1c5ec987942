package dev.wavetank.app.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs work in the thread that asks, at once: what happened is visible when the call returns. Delayed actions
/// wait for [#elapse]. The twin of [VirtualTasks] for tests.
public final class CurrentThreadTasks implements Tasks {
    private final List<Delayed> delayed = new ArrayList<>();

    @Override
    public <T> Job submit(String name, Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        var job = new Delayed(() -> {});
        job.due = false;
        T result;
        try {
            result = work.run(Progress.NONE);
        } catch (Exception failure) {
            failed.accept(failure);
            return job;
        }
        done.accept(result);
        return job;
    }

    @Override
    public Job later(Duration delay, Runnable action) {
        var job = new Delayed(action);
        delayed.add(job);
        return job;
    }

    /// Lets the time pass that all actions waiting now are waiting for; what they ask for later waits for the next
    /// call.
    public void elapse() {
        List<Delayed> now = List.copyOf(delayed);
        delayed.clear();
        now.stream().filter(Delayed::running).forEach(Delayed::runOnce);
    }

    private static final class Delayed implements Job {
        private final Runnable action;
        private boolean due = true;

        private Delayed(Runnable action) {
            this.action = action;
        }

        private void runOnce() {
            due = false;
            action.run();
        }

        @Override
        public void cancel() {
            due = false;
        }

        @Override
        public boolean running() {
            return due;
        }
    }
}
