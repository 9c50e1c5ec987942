package dev.wavetank.app.feature.project;

import dev.wavetank.app.i18n.Messages;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// The project's files as a tree, a search through all of them, and who calls what is in front.
public final class ProjectView extends BorderPane {
    private final Messages messages;
    private final ProjectViewModel model;
    private final ProjectActions actions;
    private final TextField field = new TextField();
    private final FileTree tree;
    private final HitList hits;
    private final Label count = new Label();
    private final VBox opened = new VBox(8);

    public ProjectView(Messages messages, ProjectViewModel model, ProjectActions actions) {
        this.messages = messages;
        this.model = model;
        this.actions = actions;
        setId("project");
        getStyleClass().add("project-view");
        tree = new FileTree(messages, actions::open);
        tree.setAccessibleText(messages.text("project.files"));
        hits = new HitList(messages, model, model.hits(), actions::show);
        hits.setId("project-hits");
        hits.setAccessibleText(messages.text("project.hits"));
        field.setId("project-search");
        field.setPromptText(messages.text("project.search"));
        field.setAccessibleText(messages.text("project.search"));
        field.textProperty().bindBidirectional(model.soughtProperty());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !model.hits().isEmpty()) {
                hits.requestFocus();
                hits.getSelectionModel().selectFirst();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                field.clear();
            }
        });
        count.setId("project-count");
        count.getStyleClass().add("hint");
        var callers = new HitList(messages, model, model.callers(), actions::show);
        callers.setId("project-callers");
        callers.setPlaceholder(hint("project.callers.none"));
        callers.setPrefHeight(132);
        callers.setAccessibleText(messages.text("project.callers"));
        var used = new TitledPane(messages.text("project.callers"), callers);
        used.setId("project-used");
        opened.getChildren().setAll(header(), field, count, tree, used);
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox.setVgrow(hits, Priority.ALWAYS);
        model.rootProperty().subscribe(root -> setCenter(root.isPresent() ? opened : empty()));
        model.front().subscribe(front -> front.ifPresent(tree::reveal));
        model.indexProperty().subscribe(_ -> refresh());
        model.readProperty().subscribe(_ -> refresh());
        model.soughtProperty().subscribe(_ -> refresh());
        model.hits().addListener((ListChangeListener<Hit>) _ -> refresh());
    }

    /// Brings the keyboard to the search.
    public void beginSearch() {
        Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        });
    }

    private void refresh() {
        boolean searching = !model.soughtProperty().get().isBlank();
        opened.getChildren().set(3, searching ? hits : tree);
        ProjectIndex index = model.indexProperty().get();
        model.rootProperty().get().ifPresent(root -> tree.show(root, index.paths()));
        if (searching) {
            count.setText(messages.text("project.found", model.hits().size()));
        } else if (model.readProperty().get()) {
            count.setText(messages.text(
                    index.complete() ? "project.count" : "project.countOfMore",
                    index.paths().size()));
        } else {
            count.setText(messages.text("project.reading"));
        }
    }

    private Node header() {
        var name = new Label();
        name.getStyleClass().add("panel-title");
        name.setMinWidth(0);
        model.rootProperty().subscribe(root -> {
            name.setText(root.map(Path::getFileName).map(Path::toString).orElse(""));
            name.setTooltip(root.map(folder -> new Tooltip(folder.toString())).orElse(null));
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button other = button("project.other", "project-other", Material2OutlinedAL.FOLDER_OPEN);
        other.setOnAction(_ -> actions.chooseFolder());
        Button close = button("project.close", "project-close", Material2OutlinedAL.CLOSE);
        close.setOnAction(_ -> model.close());
        var header = new HBox(6, new FontIcon(Material2OutlinedAL.FOLDER), name, gap, other, close);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private Button button(String key, String id, Material2OutlinedAL icon) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setAccessibleText(messages.text(key));
        button.setTooltip(new Tooltip(messages.text(key)));
        return button;
    }

    private Node empty() {
        var open = new Button(messages.text("project.open"));
        open.setId("project-open");
        open.setOnAction(_ -> actions.chooseFolder());
        var empty = new VBox(new FontIcon(Material2OutlinedAL.FOLDER_OPEN), hint("project.empty"), open);
        empty.getStyleClass().add("empty-state");
        return empty;
    }

    private Label hint(String key) {
        var label = new Label(messages.text(key));
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        return label;
    }
}
