package dev.wavetank.app;

import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.RecentFiles;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.feature.export.Exports;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.app.workbench.LayoutModel;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The commands around documents: recent files, tabs, the way back to what was opened, the project and the way
/// through it.
final class WorkCommands {
    private final CommandRegistry commands;
    private final Messages messages;
    private final Workspace workspace;
    private final DocumentFiles files;
    private final LayoutModel layout;
    private final Canvases canvases;
    private final Exports exports;

    WorkCommands(
            CommandRegistry commands,
            Messages messages,
            Workspace workspace,
            DocumentFiles files,
            LayoutModel layout,
            Canvases canvases,
            Exports exports) {
        this.commands = commands;
        this.messages = messages;
        this.workspace = workspace;
        this.files = files;
        this.layout = layout;
        this.canvases = canvases;
        this.exports = exports;
    }

    void register(Desktop desktop, Navigator navigator, Runnable search) {
        var diagram = new SimpleBooleanProperty();
        diagram.bind(
                workspace.activeProperty().map(_ -> workspace.activeSession().isPresent()));
        commands.addMenu("file.recent", this::recent);
        commands.add("file.closeAll", diagram, () -> files.closeAll(workspace.documents()));
        commands.add("file.export", Material2OutlinedMZ.PICTURE_AS_PDF, diagram, this::export);
        commands.add("file.discard", changed(), () -> workspace.activeSession().ifPresent(files::discardToOpened));
        commands.addMenu("file.restore", () -> List.of(atNextStart(true), atNextStart(false)));
        commands.add("view.xml", Material2OutlinedAL.CODE, diagram, () -> desktop.reveal("xml"));
        commands.add("view.project", Material2OutlinedAL.FOLDER, () -> desktop.reveal("project"));
        commands.add("go.back", Material2OutlinedAL.ARROW_BACK, navigator.canGoBack(), navigator::back);
        commands.add("go.forward", Material2OutlinedAL.ARROW_FORWARD, navigator.canGoForward(), navigator::forward);
        commands.add("go.called", diagram, navigator::openCalled);
        commands.add("go.usages", diagram, () -> desktop.reveal("project"));
        commands.add("go.search", search);
        commands.add("go.project", Material2OutlinedAL.FOLDER_OPEN, desktop::chooseProject);
    }

    private void export() {
        workspace
                .activeSession()
                .ifPresent(session -> exports.ask(
                        session, canvases.of(session).canvas().model().currentPlane()));
    }

    /// Whether the document in front differs from what was opened.
    private ObservableBooleanValue changed() {
        var changed = new SimpleBooleanProperty();
        changed.bind(workspace
                .activeProperty()
                .flatMap(_ -> workspace
                        .activeSession()
                        .map(session -> session.diagramProperty().map(_ -> session.differsFromOpened()))
                        .orElse(new SimpleBooleanProperty(false).map(value -> value))));
        return changed;
    }

    private CommandRegistry.Choice atNextStart(boolean restore) {
        String words = messages.text(restore ? "restore.files" : "restore.page");
        boolean now = layout.restoreProperty().get() == restore;
        return new CommandRegistry.Choice(
                now ? messages.text("restore.now", words) : words,
                !now,
                () -> layout.restoreProperty().set(restore));
    }

    private List<CommandRegistry.Choice> recent() {
        files.recent().look();
        List<RecentFiles.Entry> entries = files.recent().entries();
        if (entries.isEmpty()) {
            return List.of(new CommandRegistry.Choice(messages.text("start.recent.none"), false, () -> {}));
        }
        return Stream.concat(
                        entries.stream().map(this::choice),
                        Stream.of(
                                new CommandRegistry.Choice(messages.text("recent.clear"), true, files.recent()::clear)))
                .toList();
    }

    private CommandRegistry.Choice choice(RecentFiles.Entry entry) {
        String name = entry.name() + "   " + entry.file().getParent();
        return new CommandRegistry.Choice(
                entry.missing() ? messages.text("recent.missingOf", name) : name,
                !entry.missing(),
                () -> files.open(entry.file()));
    }
}
