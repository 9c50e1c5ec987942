package dev.wavetank.app;

import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.canvas.CanvasViewport;
import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.canvas.Tool;
import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.feature.clipboard.ClipboardActions;
import dev.wavetank.app.feature.deploy.DeployViewModel;
import dev.wavetank.app.feature.instances.InstancesViewModel;
import dev.wavetank.app.feature.search.SearchViewModel;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.app.workbench.LayoutModel;
import dev.wavetank.core.edit.command.Reconnect.End;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Fills the command registry: what each command does and when it can.
final class Commands {
    private final Desktop desktop;
    private final Stage stage;
    private final CommandRegistry commands;
    private final Workspace workspace;
    private final DocumentFiles files;
    private final Canvases canvases;
    private final LayoutModel layout;
    private final ObservableBooleanValue diagram;
    private final ObservableBooleanValue anything;

    Commands(
            Desktop desktop,
            Stage stage,
            CommandRegistry commands,
            Workspace workspace,
            DocumentFiles files,
            Canvases canvases,
            LayoutModel layout) {
        this.desktop = desktop;
        this.stage = stage;
        this.commands = commands;
        this.workspace = workspace;
        this.files = files;
        this.canvases = canvases;
        this.layout = layout;
        this.diagram = flag(_ -> new SimpleBooleanProperty(true));
        var open = new SimpleBooleanProperty();
        open.bind(workspace.activeProperty().map(active -> active.isPresent()));
        this.anything = open;
    }

    void register(
            ClipboardActions clipboard,
            ToolWindows windows,
            DeployViewModel deploy,
            InstancesViewModel instances,
            SearchViewModel search) {
        file();
        edit();
        new ArrangeCommands(this, commands).register(clipboard);
        commands.add("app.settings", Material2OutlinedMZ.SETTINGS, windows::settings);
        commands.add("edit.keyMap", Material2OutlinedAL.KEYBOARD, windows::keys);
        commands.add("help.keys", windows::help);
        commands.add("edit.find", Material2MZ.SEARCH, diagram, search::begin);
        tools();
        view();
        commands.add("run.cluster", Material2OutlinedAL.DNS, () -> desktop.reveal("cluster"));
        commands.add("run.deploy", Material2OutlinedAL.CLOUD_UPLOAD, deploy.possible(), () -> {
            desktop.reveal("run");
            deploy.deploy();
        });
        commands.add(
                "run.start",
                Material2OutlinedMZ.PLAY_ARROW,
                flag(session -> session.deploymentProperty().map(deployment -> deployment.isPresent())),
                () -> {
                    desktop.reveal("run");
                    instances.start();
                });
    }

    private void file() {
        commands.add("file.new", Material2OutlinedMZ.NOTE_ADD, files::create);
        commands.add("file.open", Material2OutlinedAL.FOLDER_OPEN, files::chooseAndOpen);
        commands.add("file.reopen", files::reopenClosed);
        commands.add("file.save", Material2OutlinedMZ.SAVE, diagram, () -> session(files::save));
        commands.add("file.saveAs", diagram, () -> session(files::saveAs));
        commands.add("file.saveAll", diagram, files::saveAll);
        commands.add(
                "file.close", anything, () -> workspace.activeProperty().get().ifPresent(files::close));
        commands.add("file.quit", desktop::quit);
    }

    private void edit() {
        commands.add(
                "edit.undo",
                Material2OutlinedMZ.UNDO,
                flag(DocumentSession::undoableProperty),
                () -> session(DocumentSession::undo));
        commands.add(
                "edit.redo",
                Material2OutlinedMZ.REDO,
                flag(DocumentSession::redoableProperty),
                () -> session(DocumentSession::redo));
        ObservableBooleanValue selected =
                flag(session -> session.selectionProperty().map(selection -> !selection.isEmpty()));
        commands.add("edit.delete", Material2OutlinedAL.DELETE, selected, () -> canvas(CanvasView::deleteSelection));
        commands.add("edit.pad", selected, () -> canvas(CanvasView::enterPad));
        commands.add("edit.rename", Material2OutlinedAL.EDIT, selected, () -> canvas(CanvasView::renameSelected));
        commands.add("edit.nextFlow", selected, () -> canvas(CanvasView::nextFlow));
        commands.add("edit.moveTarget", selected, () -> canvas(canvas -> canvas.redirect(End.TARGET)));
        commands.add("edit.moveSource", selected, () -> canvas(canvas -> canvas.redirect(End.SOURCE)));
        commands.add("edit.selectAll", diagram, () -> canvas(CanvasView::selectAll));
        commands.add("edit.tidy", diagram, () -> canvas(canvas -> canvas.model().tidy()));
        commands.add(
                "edit.moveToOrigin",
                diagram,
                () -> canvas(canvas -> canvas.model().moveToOrigin()));
    }

    private void tools() {
        tool("tool.select", Tool.SELECT);
        tool("tool.hand", Tool.HAND);
        tool("tool.lasso", Tool.LASSO);
        tool("tool.connect", Tool.CONNECT);
        tool("tool.space", Tool.SPACE);
    }

    private void tool(String id, Tool tool) {
        commands.add(id, diagram, () -> canvas(canvas -> canvas.model().toggle(tool)));
    }

    private void view() {
        commands.add("view.zoomIn", Material2AL.ADD, diagram, () -> zoom(CanvasViewport.STEP));
        commands.add("view.zoomOut", Material2MZ.REMOVE, diagram, () -> zoom(1 / CanvasViewport.STEP));
        commands.add(
                "view.actualSize",
                diagram,
                () -> canvas(canvas -> canvas.model().viewport().zoomTo(1)));
        commands.add(
                "view.fit",
                Material2OutlinedAL.ASPECT_RATIO,
                diagram,
                () -> canvas(canvas -> canvas.model().fit()));
        commands.add("view.rightPanel", () -> LayoutModel.toggle(layout.rightProperty()));
        commands.add("view.bottomPanel", () -> LayoutModel.toggle(layout.bottomProperty()));
        commands.add("view.minimap", () -> LayoutModel.toggle(layout.minimapProperty()));
        commands.add("view.grid", () -> LayoutModel.toggle(layout.gridProperty()));
        commands.add("view.jumps", () -> LayoutModel.toggle(layout.jumpsProperty()));
        commands.add("view.snap", () -> LayoutModel.toggle(layout.snapProperty()));
        commands.add("view.dark", Material2OutlinedAL.BRIGHTNESS_4, layout::toggleDark);
        commands.add("view.nextArea", () -> desktop.nextArea(true));
        commands.add("view.previousArea", () -> desktop.nextArea(false));
        commands.add("view.fullScreen", () -> stage.setFullScreen(!stage.isFullScreen()));
    }

    private void zoom(double factor) {
        canvas(canvas ->
                canvas.model().viewport().zoomTo(canvas.model().viewport().scale() * factor));
    }

    void canvas(Consumer<CanvasView> action) {
        canvases.active().ifPresent(action);
    }

    void session(Consumer<DocumentSession> action) {
        workspace.activeSession().ifPresent(action);
    }

    /// True while the active document is a diagram and `property` of it is true.
    ObservableBooleanValue flag(Function<DocumentSession, ObservableValue<Boolean>> property) {
        var flag = new SimpleBooleanProperty();
        flag.bind(workspace
                .activeProperty()
                .flatMap(active -> active.orElse(null) instanceof DocumentSession session
                        ? property.apply(session)
                        : new SimpleBooleanProperty(false)));
        return flag;
    }
}
