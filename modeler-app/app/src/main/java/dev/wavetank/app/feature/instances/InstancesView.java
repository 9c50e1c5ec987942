package dev.wavetank.app.feature.instances;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.TabLeaves;
import dev.wavetank.cluster.api.ProcessDefinition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The lower part of the Run panel: what to start, with what, how often.
public final class InstancesView extends VBox {
    private static final int MOST_AT_ONCE = 10_000;

    private final Messages messages;

    public InstancesView(Messages messages, InstancesViewModel model, LiveCounts live) {
        super(8);
        this.messages = messages;
        getStyleClass().add("panel-body");
        var title = new Label(messages.text("instances.title"));
        title.getStyleClass().add("panel-title");

        var process = new ComboBox<>(model.definitions());
        process.setId("instances-process");
        process.setMaxWidth(Double.MAX_VALUE);
        process.valueProperty().bindBidirectional(model.chosenProperty());
        process.setPromptText(messages.text("instances.process.none"));
        process.setConverter(new Names());
        var key = new TextField();
        key.setId("instances-key");
        key.textProperty().bindBidirectional(model.businessKeyProperty());
        var variables = new TextArea();
        variables.setId("instances-variables");
        variables.setPrefRowCount(4);
        variables.setMinHeight(70);
        TabLeaves.from(variables);
        variables.getStyleClass().add("xml-view");
        variables.textProperty().bindBidirectional(model.variablesProperty());
        var amount =
                new Spinner<Integer>(1, MOST_AT_ONCE, model.amountProperty().get());
        amount.setId("instances-amount");
        amount.setEditable(true);
        amount.setMaxWidth(120);
        amount.valueProperty().addListener((_, _, now) -> model.amountProperty().set(now));

        var start = new Button(messages.text("instances.start"));
        start.setId("instances-start");
        start.getStyleClass().add("accent");
        start.disableProperty()
                .bind(model.busyProperty().or(model.chosenProperty().isNull()));
        start.setOnAction(_ -> model.start());
        var outcome = new Label();
        outcome.setId("instances-outcome");
        outcome.setWrapText(true);
        outcome.textProperty().bind(model.outcomeProperty());
        model.failedProperty().subscribe(bad -> outcome.setStyle(bad ? "-fx-text-fill: -color-danger-fg;" : ""));
        var picture = new Label();
        picture.getStyleClass().add("hint");
        picture.setId("instances-live");
        picture.setWrapText(true);
        picture.textProperty().bind(live.stateProperty());
        getChildren()
                .addAll(
                        title,
                        captioned("instances.process", process),
                        captioned("instances.key", key),
                        captioned("instances.variables", variables),
                        captioned("instances.amount", amount),
                        start,
                        outcome,
                        picture);
    }

    private Node captioned(String id, Node field) {
        var caption = new Label(messages.text(id));
        caption.getStyleClass().add("property-label");
        caption.setLabelFor(field);
        return new VBox(3, caption, field);
    }

    private final class Names extends StringConverter<ProcessDefinition> {
        @Override
        public String toString(ProcessDefinition definition) {
            return definition == null
                    ? ""
                    : messages.text("instances.definition", definition.key(), definition.version());
        }

        @Override
        public ProcessDefinition fromString(String text) {
            throw new UnsupportedOperationException("the list of processes cannot be typed into");
        }
    }
}
