package dev.wavetank.app.feature.cluster;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.cluster.api.ClusterInfo;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The clusters that run already, each with a button to join it.
final class PresentClusters extends VBox {
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault());

    private final Messages messages;
    private final ClusterViewModel model;

    PresentClusters(Messages messages, ClusterViewModel model) {
        super(6);
        this.messages = messages;
        this.model = model;
        setId("cluster-present");
        setPadding(new Insets(4, 12, 12, 12));
        model.present().addListener((ListChangeListener<ClusterInfo>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().clear();
        if (!model.present().isEmpty()) {
            var title = new Label(messages.text("cluster.present"));
            title.getStyleClass().add("panel-title");
            getChildren().add(title);
        }
        model.present().forEach(info -> getChildren().add(row(info)));
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private Node row(ClusterInfo info) {
        var attach = new Button(messages.text("cluster.attach", info.id()));
        attach.setId("attach-" + info.id());
        attach.setMinWidth(Region.USE_PREF_SIZE);
        attach.setOnAction(_ -> model.attach(info));
        var about = new Label(messages.text(
                "cluster.attach.hint",
                messages.text("cluster.runtime." + info.runtime().name().toLowerCase(Locale.ROOT)),
                info.spec().gateways(),
                info.spec().engines(),
                SINCE.format(info.startedAt())));
        about.getStyleClass().add("hint");
        about.setWrapText(true);
        var row = new HBox(10, attach, about);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
