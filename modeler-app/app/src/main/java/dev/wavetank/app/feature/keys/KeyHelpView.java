package dev.wavetank.app.feature.keys;

import dev.wavetank.app.i18n.Messages;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys at a glance: those of the commands, and what keys and mouse do on the canvas beside them.
public final class KeyHelpView extends ScrollPane {
    private static final double COLUMN = 360;
    private static final double KEYS = 140;
    /// What has no command: its keys and its words are in the message bundle.
    private static final List<String> ON_CANVAS = List.of(
            "tab",
            "arrows",
            "arrowsShift",
            "resize",
            "aim",
            "scroll",
            "hand",
            "lasso",
            "add",
            "newline",
            "enter",
            "escape",
            "zoom");

    public KeyHelpView(Messages messages, KeyMapViewModel model) {
        setId("key-help");
        setFitToWidth(true);
        var columns = new HBox(24, new VBox(18), new VBox(18), new VBox(18));
        columns.getStyleClass().add("panel-body");
        model.refresh();
        Map<String, GridPane> grids = new LinkedHashMap<>();
        model.rows().stream()
                .filter(row -> !row.keys().isEmpty())
                .forEach(row ->
                        add(grids.computeIfAbsent(row.group(), _ -> new GridPane(12, 4)), row.words(), row.keys()));
        var canvas = new GridPane(12, 4);
        ON_CANVAS.forEach(id -> add(canvas, messages.text("keys.canvas." + id), messages.text("keys.canvasKey." + id)));
        grids.put(messages.text("keys.group.canvas"), canvas);
        grids.forEach((heading, grid) -> shortest(columns).getChildren().add(group(heading, grid)));
        setContent(columns);
    }

    /// The column in which a group comes next, so that all become about as long.
    private static VBox shortest(HBox columns) {
        return columns.getChildren().stream()
                .map(VBox.class::cast)
                .min(Comparator.comparingInt(column -> column.getChildren().stream()
                        .mapToInt(group -> 3 + Integer.parseInt(String.valueOf(group.getUserData())))
                        .sum()))
                .orElseThrow();
    }

    private static VBox group(String heading, GridPane grid) {
        var title = new Label(heading);
        title.getStyleClass().add("panel-title");
        var group = new VBox(6, title, grid);
        group.setMinWidth(COLUMN);
        group.setPrefWidth(COLUMN);
        group.setUserData(grid.getRowCount());
        return group;
    }

    private static void add(GridPane grid, String words, String keys) {
        var key = new Label(keys);
        key.getStyleClass().add("key-cap");
        key.setMinWidth(KEYS);
        key.setMaxWidth(KEYS);
        var meaning = new Label(words);
        for (Label each : List.of(key, meaning)) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(each, VPos.TOP);
        }
        grid.addRow(grid.getRowCount(), key, meaning);
    }
}
