package dev.wavetank.app.workbench;

import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.document.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// The open documents as tabs, or the start page when there are none. Files may be dropped on it.
public final class DocumentTabs extends StackPane {
    private final Workspace workspace;
    private final Function<OpenDocument, Node> content;
    private final Consumer<OpenDocument> close;
    private final TabPane tabs = new TabPane();
    private final Map<OpenDocument, Tab> byDocument = new HashMap<>();
    private final Node whenEmpty;
    private int made;
    private final TabMenu menu;

    /// @param content makes what a tab shows
    /// @param close   asks to close a document; the tab goes when the workspace drops it
    public DocumentTabs(
            Workspace workspace,
            Function<OpenDocument, Node> content,
            Consumer<OpenDocument> close,
            Consumer<List<Path>> dropped,
            TabMenu menu,
            Node whenEmpty) {
        this.workspace = workspace;
        this.content = content;
        this.close = close;
        this.whenEmpty = whenEmpty;
        this.menu = menu;
        setMinSize(0, 0);
        tabs.setId("documents");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        workspace.documents().addListener((ListChangeListener<OpenDocument>) _ -> follow());
        workspace
                .activeProperty()
                .addListener((_, _, active) -> active.map(byDocument::get).ifPresent(this::show));
        tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, tab) -> byDocument.forEach((document, its) -> {
                    if (its == tab) {
                        workspace.activeProperty().set(Optional.of(document));
                    }
                }));
        tabs.getTabs().addListener((ListChangeListener<Tab>) _ -> Platform.runLater(this::reorder));
        tabs.addEventFilter(MouseEvent.MOUSE_CLICKED, this::closeByMiddleClick);
        acceptFiles(dropped);
        follow();
    }

    /// The tabs were dragged into another order.
    private void reorder() {
        workspace.reorder(tabs.getTabs().stream()
                .flatMap(tab -> byDocument.entrySet().stream()
                        .filter(entry -> entry.getValue() == tab)
                        .map(Map.Entry::getKey))
                .toList());
    }

    private void closeByMiddleClick(MouseEvent event) {
        if (event.getButton() != MouseButton.MIDDLE) {
            return;
        }
        Node at = event.getTarget() instanceof Node target ? target : null;
        while (at != null && at != tabs && !at.getStyleClass().contains("tab")) {
            at = at.getParent();
        }
        String id = at == null ? null : at.getId();
        List.copyOf(byDocument.entrySet()).stream()
                .filter(entry -> entry.getValue().getId().equals(id))
                .map(Map.Entry::getKey)
                .forEach(close);
    }

    /// Brings a tab to the front and the keyboard to its content.
    private void show(Tab tab) {
        tabs.getSelectionModel().select(tab);
        focus(tab);
    }

    private static void focus(Tab tab) {
        Platform.runLater(() -> {
            if (tab.isSelected()) {
                tab.getContent().requestFocus();
            }
        });
    }

    private void follow() {
        byDocument.keySet().removeIf(document -> {
            boolean gone = !workspace.documents().contains(document);
            if (gone) {
                tabs.getTabs().remove(byDocument.get(document));
            }
            return gone;
        });
        for (OpenDocument document : workspace.documents()) {
            if (!byDocument.containsKey(document)) {
                Tab tab = tab(document);
                byDocument.put(document, tab);
                tabs.getTabs()
                        .add(
                                Math.min(
                                        workspace.documents().indexOf(document),
                                        tabs.getTabs().size()),
                                tab);
            }
        }
        getChildren().setAll(workspace.documents().isEmpty() ? whenEmpty : tabs);
    }

    private Tab tab(OpenDocument document) {
        var tab = new Tab();
        tab.textProperty().bind(document.title());
        tab.setId("document-" + ++made);
        tab.setContent(content.apply(document));
        tab.getContent().sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) { // the first tab of all comes into the window only with the next layout
                focus(tab);
            }
        });
        tab.setContextMenu(menu.of(document));
        document.title()
                .subscribe(_ -> tab.setTooltip(document.file()
                        .map(file -> new Tooltip(file.toString()))
                        .orElse(null)));
        tab.setOnCloseRequest(event -> {
            event.consume();
            close.accept(document);
        });
        return tab;
    }

    private void acceptFiles(Consumer<List<Path>> dropped) {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragDropped(event -> {
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                dropped.accept(event.getDragboard().getFiles().stream()
                        .map(java.io.File::toPath)
                        .toList());
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }
}
