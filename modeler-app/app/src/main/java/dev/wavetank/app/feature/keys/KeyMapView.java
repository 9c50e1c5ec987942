package dev.wavetank.app.feature.keys;

import dev.wavetank.app.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page on which keys are changed: choose a command, press "record", press the key.
public final class KeyMapView extends VBox {
    private final Messages messages;
    private final KeyMapViewModel model;
    private final TableView<KeyRow> table;
    private final BooleanProperty recording = new SimpleBooleanProperty();

    public KeyMapView(Messages messages, KeyMapViewModel model) {
        super(10);
        this.messages = messages;
        this.model = model;
        setId("key-map");
        getStyleClass().add("panel-body");
        var search = new TextField();
        search.setId("key-map-search");
        search.setPromptText(messages.text("keys.search"));
        search.setAccessibleText(messages.text("keys.search"));
        search.textProperty().bindBidirectional(model.soughtProperty());
        table = new TableView<>(model.rows());
        table.setId("key-map-table");
        table.setAccessibleText(messages.text("command.edit-keyMap"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("keys.group", KeyRow::group, 110));
        table.getColumns().add(column("keys.command", KeyRow::words, 260));
        table.getColumns().add(column("keys.keys", KeyRow::keys, 190));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(search, table, conflict(), buttons());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.refresh();
        table.getSelectionModel().selectFirst();
    }

    private TableColumn<KeyRow, String> column(String title, Function<KeyRow, String> value, double width) {
        var column = new TableColumn<KeyRow, String>(messages.text(title));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private HBox conflict() {
        var words = new Label();
        words.setId("key-map-conflict");
        words.setWrapText(true);
        words.textProperty()
                .bind(Bindings.when(recording).then(messages.text("keys.press")).otherwise(model.conflictProperty()));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button take = button("takeOver", model::takeOver);
        take.visibleProperty().bind(model.conflictProperty().isNotEmpty().and(recording.not()));
        var bar = new HBox(10, words, take);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(34);
        return bar;
    }

    private HBox buttons() {
        BooleanBinding none = Bindings.isNull(table.getSelectionModel().selectedItemProperty());
        Button record = button("record", () -> {
            model.forgetConflict();
            recording.set(true);
            table.requestFocus();
        });
        Button clear = button("clear", () -> row(model::clear));
        Button reset = button("reset", () -> row(model::reset));
        for (Button each : List.of(record, clear, reset)) {
            each.disableProperty().bind(none);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, record, clear, reset, gap, button("resetAll", model::resetAll));
    }

    private Button button(String id, Runnable action) {
        var button = new Button(messages.text("keys." + id));
        button.setId("key-map-" + id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The row stays chosen although all rows are made anew.
    private void row(Consumer<String> change) {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(row -> {
            change.accept(row.command());
            model.rows().stream()
                    .filter(now -> now.command().equals(row.command()))
                    .findFirst()
                    .ifPresent(now -> table.getSelectionModel().select(now));
        });
    }

    private void pressed(KeyEvent event) {
        if (!recording.get() || event.getCode().isModifierKey()) {
            return;
        }
        event.consume();
        recording.set(false);
        if (event.getCode() != KeyCode.ESCAPE) {
            row(command -> model.assign(command, name(event)));
        }
    }

    /// As the key map writes it.
    static String name(KeyEvent event) {
        List<String> parts = new ArrayList<>();
        if (event.isShortcutDown()) {
            parts.add("Shortcut");
        }
        if (event.isAltDown()) {
            parts.add("Alt");
        }
        if (event.isShiftDown()) {
            parts.add("Shift");
        }
        parts.add(event.getCode().getName());
        return String.join("+", parts);
    }
}
