package dev.wavetank.app.workbench;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.BackgroundJob;
import java.time.Duration;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Shows the oldest background job once it has run for a second, with its progress and a way to cancel it.
final class JobsBar extends HBox {
    private static final Duration WORTH_SHOWING = Duration.ofSeconds(1);

    private final ObservableList<BackgroundJob> jobs;
    private final InstantSource clock;
    private final Label message = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Timeline look = new Timeline(new KeyFrame(javafx.util.Duration.millis(250), _ -> refresh()));
    private @Nullable BackgroundJob shown;

    JobsBar(Messages messages, ObservableList<BackgroundJob> jobs, InstantSource clock) {
        super(8);
        this.jobs = jobs;
        this.clock = clock;
        setAlignment(Pos.CENTER_LEFT);
        setId("jobs-bar");
        setVisible(false);
        var cancel = new Button(messages.text("jobs.cancel"));
        cancel.setId("jobs-cancel");
        cancel.setOnAction(_ -> {
            if (shown != null) {
                shown.stop();
            }
        });
        bar.setAccessibleText(messages.text("jobs.progress"));
        getChildren().addAll(message, bar, cancel);
        look.setCycleCount(Animation.INDEFINITE);
        jobs.addListener((ListChangeListener<BackgroundJob>) _ -> refresh());
    }

    private void refresh() {
        if (jobs.isEmpty()) {
            look.stop();
        } else if (look.getStatus() != Animation.Status.RUNNING) {
            look.play();
        }
        BackgroundJob slow = jobs.stream()
                .filter(job -> job.running()
                        && Duration.between(job.startedAt(), clock.instant()).compareTo(WORTH_SHOWING) >= 0)
                .findFirst()
                .orElse(null);
        if (slow != shown) {
            message.textProperty().unbind();
            bar.progressProperty().unbind();
            if (slow != null) {
                message.textProperty().bind(slow.messageProperty());
                bar.progressProperty().bind(slow.fractionProperty());
            }
            shown = slow;
        }
        setVisible(slow != null);
    }
}
