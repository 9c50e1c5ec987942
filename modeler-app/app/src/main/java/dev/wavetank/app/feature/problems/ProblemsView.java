package dev.wavetank.app.feature.problems;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// The table of findings; a click or Enter goes to the element.
public final class ProblemsView extends BorderPane {
    private final Messages messages;

    public ProblemsView(Messages messages, ProblemsViewModel model) {
        this.messages = messages;
        var table = new TableView<>(model.findings());
        table.setId("problems");
        table.getStyleClass().add("dense");
        table.setAccessibleText(messages.text("panel.problems"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(messages.text("problems.none")));
        var severity = new TableColumn<Finding, Severity>();
        severity.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().severity()));
        severity.setCellFactory(_ -> new SeverityCell());
        severity.setMinWidth(44);
        severity.setMaxWidth(44);
        var message = text("problems.message", 560, Finding::message);
        message.setCellFactory(_ -> new ClippedCell());
        table.getColumns().add(severity);
        table.getColumns().add(message);
        table.getColumns().add(text("problems.element", 200, model::elementName));
        table.getColumns().add(text("problems.rule", 220, Finding::code));
        table.setRowFactory(_ -> {
            var row = new TableRow<Finding>();
            row.setOnMouseClicked(_ -> {
                if (!row.isEmpty()) {
                    model.go(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            Finding selected = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                model.go(selected);
                event.consume();
            }
        });
        setCenter(table);
    }

    private TableColumn<Finding, String> text(String key, double width, Function<Finding, String> value) {
        var column = new TableColumn<Finding, String>(messages.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    /// A long message is cut with dots; its tooltip has all of it.
    private static final class ClippedCell extends TableCell<Finding, String> {
        @Override
        protected void updateItem(@Nullable String message, boolean empty) {
            super.updateItem(message, empty);
            setText(empty ? null : message);
            setTooltip(empty || message == null ? null : new Tooltip(message));
        }
    }

    private final class SeverityCell extends TableCell<Finding, Severity> {
        @Override
        protected void updateItem(@Nullable Severity severity, boolean empty) {
            super.updateItem(severity, empty);
            if (empty || severity == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            String name = severity.name().toLowerCase(Locale.ROOT);
            var icon = switch (severity) {
                case ERROR -> new FontIcon(Material2AL.ERROR);
                case WARNING -> new FontIcon(Material2MZ.WARNING);
                case INFO -> new FontIcon(Material2OutlinedAL.INFO);
            };
            icon.getStyleClass().add("severity-" + name);
            setGraphic(icon);
            setAccessibleText(messages.text("problems.severity." + name));
        }
    }
}
