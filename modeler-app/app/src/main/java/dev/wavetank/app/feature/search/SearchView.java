package dev.wavetank.app.feature.search;

import dev.wavetank.app.i18n.Messages;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The search box that floats at the top of the canvas: a field, how many there are, and the best of them.
public final class SearchView extends VBox {
    private static final double ROW = 26;
    private static final int ROWS = 8;
    private static final double WIDTH = 340;

    private final SearchViewModel model;
    private final TextField field = new TextField();
    private final ListView<Match> list;

    public SearchView(Messages messages, SearchViewModel model) {
        super(6);
        this.model = model;
        setId("search");
        getStyleClass().add("search-box");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        field.setId("search-field");
        field.setPromptText(messages.text("search.prompt"));
        field.setAccessibleText(messages.text("search.prompt"));
        field.textProperty().bindBidirectional(model.soughtProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);

        list = new ListView<>(model.matches());
        list.setId("search-results");
        list.setAccessibleText(messages.text("search.results"));
        list.getStyleClass().add("event-feed");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new MatchCell(messages));
        list.setMinHeight(0);
        list.setOnMouseClicked(_ -> {
            model.show(list.getSelectionModel().getSelectedIndex());
            model.choose();
        });
        var count = new Label();
        count.setId("search-count");
        count.getStyleClass().add("hint");
        model.matches().subscribe(() -> {
            int found = model.matches().size();
            count.setText(model.soughtProperty().get().isBlank() ? "" : messages.text("search.count", found));
            list.setPrefHeight(Math.min(found, ROWS) * ROW + 4);
            list.setVisible(found > 0);
            list.setManaged(found > 0);
        });
        count.managedProperty().bind(count.textProperty().isNotEmpty());
        list.setVisible(false);
        list.setManaged(false);
        model.atProperty().subscribe(at -> {
            list.getSelectionModel().clearAndSelect(at.intValue());
            list.scrollTo(Math.max(0, at.intValue() - 1));
        });
        getChildren().addAll(field, count, list);
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(visibleProperty());
        model.openProperty().subscribe(open -> {
            if (open) {
                Platform.runLater(field::requestFocus);
            }
        });
    }

    private void pressed(KeyEvent event) {
        Runnable action = switch (event.getCode()) {
            case UP -> () -> model.move(-1);
            case DOWN -> () -> model.move(1);
            case ENTER -> model::choose;
            case ESCAPE -> model::giveUp;
            default -> null;
        };
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private static final class MatchCell extends ListCell<Match> {
        private final Messages messages;

        MatchCell(Messages messages) {
            this.messages = messages;
        }

        @Override
        protected void updateItem(@Nullable Match match, boolean empty) {
            super.updateItem(match, empty);
            setPrefWidth(0);
            setText(empty || match == null ? null : match.name() + "   " + messages.kind(match.type()));
        }
    }
}
