package dev.wavetank.app.workbench;

import dev.wavetank.app.document.Difference;
import dev.wavetank.app.i18n.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// In which elements two versions differ.
final class DifferenceTable extends TableView<Difference> {
    DifferenceTable(Messages messages, List<Difference> differences) {
        super(FXCollections.observableArrayList(differences));
        setId("differences");
        getStyleClass().add("dense");
        setPrefSize(640, 320);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(messages.text("compare.none")));
        setAccessibleText(messages.text("compare.table"));
        getColumns().add(column(messages.text("compare.kind"), 110, difference -> switch (difference.kind()) {
            case ADDED -> messages.text("compare.added");
            case REMOVED -> messages.text("compare.removed");
            case CHANGED -> messages.text("compare.changed");
            case MOVED -> messages.text("compare.moved");
        }));
        getColumns().add(column(messages.text("compare.element"), 300, Difference::name));
        getColumns().add(column(messages.text("compare.type"), 180, difference -> messages.kind(difference.type())));
    }

    private static TableColumn<Difference, String> column(
            String title, double width, Function<Difference, String> text) {
        var column = new TableColumn<Difference, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }
}
