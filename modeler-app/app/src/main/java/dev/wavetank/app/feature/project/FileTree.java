package dev.wavetank.app.feature.project;

import dev.wavetank.app.i18n.Messages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The files below a folder. What is folded stays so when files come and go.
final class FileTree extends TreeView<Path> {
    private final Consumer<Path> open;
    private List<Path> shown = List.of();
    private Optional<Path> wanted = Optional.empty();

    FileTree(Messages messages, Consumer<Path> open) {
        this.open = open;
        setId("project-tree");
        setShowRoot(false);
        setCellFactory(_ -> new FileCell(messages));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openSelected();
            }
        });
    }

    private void openSelected() {
        TreeItem<Path> item = getSelectionModel().getSelectedItem();
        if (item != null && item.isLeaf()) {
            open.accept(item.getValue());
        }
    }

    /// Selects a file, if it is one of these, and brings it into view.
    void reveal(Path file) {
        wanted = Optional.of(file);
        find(getRoot(), file).ifPresent(item -> {
            for (TreeItem<Path> at = item.getParent(); at != null; at = at.getParent()) {
                at.setExpanded(true);
            }
            getSelectionModel().select(item);
            scrollTo(Math.max(0, getRow(item) - 2));
        });
    }

    private static Optional<TreeItem<Path>> find(@Nullable TreeItem<Path> item, Path file) {
        if (item == null || item.getValue().equals(file)) {
            return Optional.ofNullable(item);
        }
        return item.getChildren().stream()
                .filter(child -> file.startsWith(child.getValue()))
                .flatMap(child -> find(child, file).stream())
                .findFirst();
    }

    void show(Path root, List<Path> files) {
        boolean same = getRoot() != null && getRoot().getValue().equals(root) && files.equals(shown);
        if (same) {
            return;
        }
        Map<Path, Boolean> expanded = new HashMap<>();
        remember(getRoot(), expanded);
        TreeItem<Path> selected = getSelectionModel().getSelectedItem();
        Path chosen = selected == null ? null : selected.getValue();
        shown = files;
        Map<Path, TreeItem<Path>> items = new HashMap<>();
        var top = new TreeItem<>(root);
        top.setExpanded(true);
        items.put(root, top);
        for (Path file : files) {
            folder(file.getParent(), items, expanded).getChildren().add(new TreeItem<>(file));
        }
        items.values().forEach(FileTree::foldersFirst);
        setRoot(top);
        items.values().stream()
                .flatMap(item -> item.getChildren().stream())
                .filter(item -> item.getValue().equals(chosen))
                .forEach(item -> getSelectionModel().select(item));
        if (chosen == null) {
            wanted.ifPresent(this::reveal);
        }
    }

    private static TreeItem<Path> folder(
            @Nullable Path folder, Map<Path, TreeItem<Path>> items, Map<Path, Boolean> expanded) {
        if (folder == null) {
            throw new IllegalArgumentException("a file of the project lies in its folder");
        }
        TreeItem<Path> known = items.get(folder);
        if (known != null) {
            return known;
        }
        var item = new TreeItem<>(folder);
        item.setExpanded(expanded.getOrDefault(folder, true));
        items.put(folder, item);
        folder(folder.getParent(), items, expanded).getChildren().add(item);
        return item;
    }

    private static void foldersFirst(TreeItem<Path> item) {
        item.getChildren().sort((one, other) -> Boolean.compare(one.isLeaf(), other.isLeaf()));
    }

    private static void remember(@Nullable TreeItem<Path> item, Map<Path, Boolean> expanded) {
        if (item != null && !item.isLeaf()) {
            expanded.put(item.getValue(), item.isExpanded());
            item.getChildren().forEach(child -> remember(child, expanded));
        }
    }

    private static final class FileCell extends TreeCell<Path> {
        private final Messages messages;

        FileCell(Messages messages) {
            this.messages = messages;
        }

        @Override
        protected void updateItem(@Nullable Path path, boolean empty) {
            super.updateItem(path, empty);
            if (empty || path == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            boolean folder = getTreeItem() != null && !getTreeItem().isLeaf();
            boolean source = Stream.of(".dmn", ".form", ".json").anyMatch(path.toString()::endsWith);
            setText(String.valueOf(path.getFileName()));
            setGraphic(new FontIcon(
                    folder
                            ? Material2OutlinedAL.FOLDER
                            : path.toString().endsWith(".dmn")
                                    ? Material2OutlinedMZ.TABLE_CHART
                                    : source ? Material2OutlinedAL.LIST_ALT : Material2OutlinedAL.ACCOUNT_TREE));
            setTooltip(new Tooltip(source ? messages.text("project.source", path) : path.toString()));
        }
    }
}
