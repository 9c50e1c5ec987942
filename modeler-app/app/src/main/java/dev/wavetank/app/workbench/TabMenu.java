package dev.wavetank.app.workbench;

import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// What can be done with one tab, or with those around it.
public final class TabMenu {
    private final Messages messages;
    private final Workspace workspace;
    private final DocumentFiles files;
    private final Consumer<Path> reveal;

    /// @param reveal shows a file in the file manager
    public TabMenu(Messages messages, Workspace workspace, DocumentFiles files, Consumer<Path> reveal) {
        this.messages = messages;
        this.workspace = workspace;
        this.files = files;
        this.reveal = reveal;
    }

    ContextMenu of(OpenDocument document) {
        MenuItem right = item("closeRight", () -> files.closeAll(rightOf(document)));
        MenuItem others = item("closeOthers", () -> files.closeAll(others(document)));
        MenuItem copy = item(
                "copyPath",
                () -> document.file()
                        .ifPresent(file -> Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, file.toString()))));
        MenuItem show = item("reveal", () -> document.file().ifPresent(reveal));
        var menu = new ContextMenu(
                item("close", () -> files.close(document)),
                others,
                right,
                item("closeAll", () -> files.closeAll(workspace.documents())),
                item("reopen", files::reopenClosed),
                new SeparatorMenuItem(),
                copy,
                show);
        menu.setOnShowing(_ -> {
            right.setDisable(rightOf(document).isEmpty());
            others.setDisable(others(document).isEmpty());
            copy.setDisable(document.file().isEmpty());
            show.setDisable(document.file().isEmpty());
        });
        return menu;
    }

    private List<OpenDocument> rightOf(OpenDocument document) {
        List<OpenDocument> all = workspace.documents();
        return all.subList(all.indexOf(document) + 1, all.size());
    }

    private List<OpenDocument> others(OpenDocument document) {
        return workspace.documents().stream().filter(other -> other != document).toList();
    }

    private MenuItem item(String id, Runnable action) {
        var item = new MenuItem(messages.text("tab." + id));
        item.setId("tab-" + id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
