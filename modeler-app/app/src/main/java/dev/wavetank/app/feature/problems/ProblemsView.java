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
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// The table of findings; a click or Enter goes to the element.
public final class ProblemsView extends BorderPane {
    private static final double TOOLTIP_WIDTH = 560;
    private static final double NARROWEST = 100;
    private static final double NARROW = 210;

    private final Messages messages;

    public ProblemsView(Messages messages, ProblemsViewModel model) {
        this.messages = messages;
        var table = new TableView<>(model.findings());
        table.setId("problems");
        table.getStyleClass().add("dense");
        table.setAccessibleText(messages.text("panel.problems"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        var none = new Label();
        none.setId("problems-empty");
        none.textProperty()
                .bind(model.stateProperty()
                        .map(state -> messages.text(
                                switch (state) {
                                    case NO_DIAGRAM -> "problems.noDiagram";
                                    case CHECKING -> "problems.checking";
                                    case CHECKED -> "problems.none";
                                })));
        none.getStyleClass().add("hint");
        table.setPlaceholder(none);
        var severity = new TableColumn<Finding, Severity>();
        severity.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().severity()));
        severity.setCellFactory(_ -> new SeverityCell());
        severity.setMinWidth(44);
        severity.setMaxWidth(44);
        table.getColumns().add(severity);
        table.getColumns().add(text("problems.message", 420, this::words));
        table.getColumns().add(narrow(text("problems.element", 200, model::elementName)));
        table.getColumns().add(narrow(text("problems.rule", 200, Finding::code)));
        table.setRowFactory(_ -> {
            var row = new TableRow<Finding>();
            var whole = new Tooltip();
            whole.setWrapText(true);
            whole.setMaxWidth(TOOLTIP_WIDTH);
            row.itemProperty().subscribe(finding -> {
                whole.setText(finding == null ? "" : words(finding));
                row.setTooltip(finding == null ? null : whole);
            });
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
        setBottom(detail(table));
    }

    /// The selected finding's sentence in full: in the table a long one is cut with dots.
    private Label detail(TableView<Finding> table) {
        var detail = new Label();
        detail.setId("problem-detail");
        detail.getStyleClass().add("problem-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        detail.setMaxWidth(Double.MAX_VALUE);
        detail.visibleProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNotNull());
        detail.managedProperty().bind(detail.visibleProperty());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(finding -> detail.setText(finding == null ? "" : words(finding)));
        return detail;
    }

    private String words(Finding finding) {
        return messages.sentence(finding.message());
    }

    private TableColumn<Finding, String> text(String key, double width, Function<Finding, String> value) {
        var column = new TableColumn<Finding, String>(messages.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    /// What room there is, is for the message.
    private static TableColumn<Finding, String> narrow(TableColumn<Finding, String> column) {
        column.setMinWidth(NARROWEST);
        column.setMaxWidth(NARROW);
        return column;
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
