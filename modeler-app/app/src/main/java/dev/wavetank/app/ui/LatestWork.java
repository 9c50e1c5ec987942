package dev.wavetank.app.ui;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Work of which only the newest request matters: a request waits `calm` for a newer one, and a newer one cancels
/// the older even when it already runs. Used on the UI thread only.
public final class LatestWork {
    private final Tasks tasks;
    private final String name;
    private final Duration calm;
    private @Nullable Job waiting;
    private @Nullable Job working;

    public LatestWork(Tasks tasks, String name, Duration calm) {
        this.tasks = tasks;
        this.name = name;
        this.calm = calm;
    }

    public <T> void request(Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        cancel();
        waiting = tasks.later(calm, () -> working = tasks.submit(name, work, done, failed));
    }

    public void cancel() {
        if (waiting != null) {
            waiting.cancel();
        }
        if (working != null) {
            working.cancel();
        }
    }
}
