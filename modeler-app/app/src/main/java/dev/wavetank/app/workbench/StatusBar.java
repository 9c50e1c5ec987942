package dev.wavetank.app.workbench;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.BackgroundJob;
import java.time.InstantSource;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line at the bottom of the window: what just happened at the left, background work, and at the right what
/// features put there (counts of problems, the cluster, the zoom).
public final class StatusBar extends HBox {
    private final Label message = new Label();

    public StatusBar(Messages messages, ObservableList<BackgroundJob> jobs, InstantSource clock, Node... permanent) {
        getStyleClass().add("status-bar");
        setId("status-bar");
        message.setId("status-message");
        message.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(message, gap, new JobsBar(messages, jobs, clock));
        getChildren().addAll(permanent);
        for (Node node : permanent) {
            if (node instanceof Region region) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
    }

    public StringProperty messageProperty() {
        return message.textProperty();
    }
}
