package dev.wavetank.app.ui;

import java.time.Instant;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One running piece of work as the status bar shows it. All properties belong to the UI thread.
public final class BackgroundJob implements Job {
    private final String name;
    private final Instant startedAt;
    private final UiThread ui;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message;
    private volatile boolean cancelled;
    private volatile boolean discarded;
    private volatile boolean finished;
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean threadKnown;

    BackgroundJob(String name, Instant startedAt, UiThread ui) {
        this.name = name;
        this.startedAt = startedAt;
        this.ui = ui;
        this.message = new ReadOnlyStringWrapper(name);
    }

    public String name() {
        return name;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /// 0 to 1, negative while unknown.
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    @Override
    public void cancel() {
        discarded = true;
        stop();
    }

    /// Asks the work to end, as the person at the screen does: whatever comes of it, a result so far or a failure,
    /// is still delivered, so that what waits for it goes on.
    public void stop() {
        cancelled = true;
        if (threadKnown && !finished) {
            thread.interrupt();
        }
    }

    @Override
    public boolean running() {
        return !finished && !cancelled;
    }

    boolean discarded() {
        return discarded;
    }

    void runsOn(Thread worker) {
        thread = worker;
        threadKnown = true;
    }

    void finish() {
        finished = true;
    }

    Progress progress() {
        return new Progress() {
            @Override
            public void report(double newFraction, String newMessage) {
                ui.run(() -> {
                    fraction.set(newFraction);
                    message.set(newMessage);
                });
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
    }
}
