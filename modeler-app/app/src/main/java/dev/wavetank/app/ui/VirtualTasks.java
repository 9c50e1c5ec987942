package dev.wavetank.app.ui;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every piece of work on a virtual thread of its own, which bears the work's name.
public final class VirtualTasks implements Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualTasks.class);

    private final UiThread ui;
    private final InstantSource clock;
    private final String cancelledText;
    private final ObservableList<BackgroundJob> running = FXCollections.observableArrayList();
    private final ObservableList<BackgroundJob> runningView = FXCollections.unmodifiableObservableList(running);

    /// @param cancelledText what a person reads of work that was cancelled
    public VirtualTasks(UiThread ui, InstantSource clock, String cancelledText) {
        this.cancelledText = cancelledText;
        this.ui = ui;
        this.clock = clock;
    }

    /// What runs now, oldest first; belongs to the UI thread.
    public ObservableList<BackgroundJob> running() {
        return runningView;
    }

    @Override
    public <T> Job submit(String name, Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        var job = new BackgroundJob(name, clock.instant(), ui);
        ui.run(() -> running.add(job));
        job.runsOn(Thread.ofVirtual().name(name).start(() -> execute(job, work, done, failed)));
        return job;
    }

    private <T> void execute(
            BackgroundJob job, Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Runnable outcome = () -> {};
        try {
            T result = work.run(job.progress());
            outcome = () -> done.accept(result);
        } catch (InterruptedException stopped) {
            outcome = () -> failed.accept(new CancellationException(cancelledText));
        } catch (Exception failure) {
            outcome = () -> failed.accept(failure);
        } catch (StackOverflowError | OutOfMemoryError failure) {
            LOG.error("{} ran out of memory", job.name(), failure);
            outcome = () -> failed.accept(new IllegalStateException("This needs more memory than there is.", failure));
        } finally {
            Runnable delivered = outcome;
            job.finish();
            ui.run(() -> {
                running.remove(job);
                if (!job.discarded()) {
                    delivered.run();
                }
            });
        }
    }

    @Override
    public Job later(Duration delay, Runnable action) {
        var pause = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
        var state = new Object() {
            boolean waiting = true;
        };
        pause.setOnFinished(_ -> {
            state.waiting = false;
            action.run();
        });
        pause.play();
        return new Job() {
            @Override
            public void cancel() {
                state.waiting = false;
                pause.stop();
            }

            @Override
            public boolean running() {
                return state.waiting;
            }
        };
    }
}
