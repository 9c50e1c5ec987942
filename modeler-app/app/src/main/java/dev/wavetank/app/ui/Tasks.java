package dev.wavetank.app.ui;

import java.time.Duration;
import java.util.function.Consumer;

/// The only way to leave the UI thread. Work runs on named virtual threads; results and failures come back on the
/// UI thread, unless the job was cancelled in the meantime.
///
/// The test twin ([CurrentThreadTasks]) runs everything at once in the caller's thread.
public interface Tasks {
    /// @param name what a person reads beside the progress bar, for example "Opening order.bpmn"
    <T> Job submit(String name, Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);

    /// Runs `action` on the UI thread after `delay`, once. Cancelling before then prevents it.
    Job later(Duration delay, Runnable action);
}
