package dev.wavetank.app.feature.cluster;

import dev.wavetank.app.feature.cluster.ClusterViewModel.Phase;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.RuntimeStatus;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/// The row above the nodes: before the start what to start, then how it gets on, then how to stop it.
final class ClusterControls extends FlowPane {
    private final Messages messages;
    private final ClusterViewModel model;

    ClusterControls(Messages messages, ClusterViewModel model) {
        super(10, 8);
        this.messages = messages;
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        model.phaseProperty()
                .subscribe(phase -> getChildren()
                        .setAll(
                                switch (phase) {
                                    case NONE -> form();
                                    case STARTING, STOPPING -> progress(phase);
                                    case RUNNING -> running();
                                }));
    }

    private Node[] form() {
        var runtime = new ChoiceBox<RuntimeKind>();
        runtime.setId("cluster-runtime");
        runtime.setConverter(new RuntimeNames());
        runtime.getItems().setAll(RuntimeKind.values());
        runtime.valueProperty().bindBidirectional(model.runtimeProperty());
        runtime.setAccessibleText(messages.text("cluster.runtime"));
        var available = new Label();
        available.getStyleClass().add("hint");
        available.setWrapText(true);
        available.maxWidthProperty().bind(widthProperty().multiply(0.9));
        runtime.valueProperty().subscribe(kind -> available.setText(sentence(kind)));
        model.observableRuntimes()
                .addListener((ListChangeListener<RuntimeStatus>) _ -> available.setText(sentence(runtime.getValue())));

        var start = new Button(messages.text("cluster.start"));
        start.setId("cluster-start");
        start.getStyleClass().add("accent");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(_ -> model.start());
        var choice = new HBox(6, caption("cluster.runtime", runtime), runtime);
        choice.setAlignment(Pos.CENTER_LEFT);
        return new Node[] {
            choice,
            number("cluster.gateways", 1, 5, model.gatewaysProperty()),
            number("cluster.engines", 1, 20, model.enginesProperty()),
            start,
            available
        };
    }

    private Node[] progress(Phase phase) {
        var bar = new ProgressBar();
        bar.setId("cluster-progress");
        bar.progressProperty().bind(model.fractionProperty());
        bar.setPrefWidth(220);
        var message = new Label();
        message.textProperty().bind(model.messageProperty());
        var cancel = new Button(messages.text("cluster.cancel"));
        cancel.setId("cluster-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setDisable(phase == Phase.STOPPING);
        cancel.setOnAction(_ -> model.cancelStart());
        return new Node[] {bar, cancel, message};
    }

    private Node[] running() {
        var message = new Label();
        message.textProperty().bind(model.messageProperty());
        message.setWrapText(true);
        message.maxWidthProperty().bind(widthProperty().multiply(0.9));
        var stop = action("stop", model::stop);
        var keep = action("keep", model::keepRunning);
        keep.visibleProperty().bind(model.ownedProperty());
        var letGo = action("letGo", model::letGo);
        letGo.visibleProperty().bind(model.ownedProperty().not());
        for (Button button : List.of(keep, letGo)) {
            button.managedProperty().bind(button.visibleProperty());
        }
        keep.setTooltip(new Tooltip(messages.text("cluster.keep.hint")));
        letGo.setTooltip(new Tooltip(messages.text("cluster.letGo.hint")));
        return new Node[] {message, stop, keep, letGo};
    }

    private Button action(String name, Runnable run) {
        var button = new Button(messages.text("cluster." + name));
        button.setId("cluster-" + name);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private Node number(String key, int from, int to, javafx.beans.property.IntegerProperty value) {
        var spinner = new Spinner<Integer>(from, to, value.get());
        spinner.setId(key.replace('.', '-'));
        spinner.setPrefWidth(92);
        spinner.setMinWidth(92);
        spinner.setEditable(true);
        spinner.setAccessibleText(messages.text(key));
        spinner.valueProperty().addListener((_, _, now) -> value.set(now));
        var box = new HBox(6, caption(key, spinner), spinner);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Label caption(String key, Node target) {
        var label = new Label(messages.text(key));
        label.setLabelFor(target);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private String sentence(RuntimeKind kind) {
        return model.runtimes().stream()
                .filter(status -> status.kind() == kind)
                .map(RuntimeStatus::sentence)
                .findFirst()
                .orElse("");
    }

    private final class RuntimeNames extends StringConverter<RuntimeKind> {
        @Override
        public String toString(RuntimeKind kind) {
            return kind == null
                    ? ""
                    : messages.text("cluster.runtime." + kind.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public RuntimeKind fromString(String text) {
            return RuntimeKind.PROCESS;
        }
    }
}
