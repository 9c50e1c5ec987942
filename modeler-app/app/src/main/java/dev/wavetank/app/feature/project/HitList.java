package dev.wavetank.app.feature.project;

import dev.wavetank.app.i18n.Messages;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Elements of the project with the files they are in; a click or Enter goes there.
final class HitList extends ListView<Hit> {
    private final Consumer<Hit> show;

    HitList(Messages messages, ProjectViewModel model, ObservableList<Hit> hits, Consumer<Hit> show) {
        super(hits);
        this.show = show;
        setPlaceholder(new Label(messages.text("project.hits.none")));
        setCellFactory(_ -> new HitCell(messages, model));
        setOnMouseClicked(_ -> showSelected());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                showSelected();
                event.consume();
            }
        });
    }

    private void showSelected() {
        Hit hit = getSelectionModel().getSelectedItem();
        if (hit != null) {
            show.accept(hit);
        }
    }

    private static final class HitCell extends ListCell<Hit> {
        private final Messages messages;
        private final ProjectViewModel model;
        private final Label title = new Label();
        private final Label where = new Label();
        private final VBox lines = new VBox(title, where);

        HitCell(Messages messages, ProjectViewModel model) {
            this.messages = messages;
            this.model = model;
            where.getStyleClass().addAll("hint", "small");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String type = messages.kind(hit.element().type());
            title.setText(hit.element().title() + "   " + type);
            where.setText(model.relative(hit.file()) + (hit.why().isBlank() ? "" : "   " + hit.why()));
            setGraphic(lines);
            setAccessibleText(title.getText() + " " + where.getText());
        }
    }
}
