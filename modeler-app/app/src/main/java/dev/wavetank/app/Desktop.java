package dev.wavetank.app;

import dev.wavetank.app.canvas.CanvasAssembly;
import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.canvas.KindIcons;
import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.Journal;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.document.OutsideChanges;
import dev.wavetank.app.document.RecentFiles;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.feature.clipboard.ClipboardActions;
import dev.wavetank.app.feature.clipboard.FxClipboard;
import dev.wavetank.app.feature.cluster.ClusterViewModel;
import dev.wavetank.app.feature.export.Exports;
import dev.wavetank.app.feature.palette.PaletteView;
import dev.wavetank.app.feature.problems.ProblemsCount;
import dev.wavetank.app.feature.problems.ProblemsView;
import dev.wavetank.app.feature.problems.ProblemsViewModel;
import dev.wavetank.app.feature.project.ProjectView;
import dev.wavetank.app.feature.project.ProjectViewModel;
import dev.wavetank.app.feature.properties.PropertiesView;
import dev.wavetank.app.feature.properties.PropertiesViewModel;
import dev.wavetank.app.feature.search.SearchView;
import dev.wavetank.app.feature.search.SearchViewModel;
import dev.wavetank.app.feature.tour.TourView;
import dev.wavetank.app.feature.tour.TourViewModel;
import dev.wavetank.app.feature.xml.XmlView;
import dev.wavetank.app.feature.xml.XmlViewModel;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.menu.LastUsed;
import dev.wavetank.app.theme.Appearance;
import dev.wavetank.app.ui.FxUiThread;
import dev.wavetank.app.ui.VirtualTasks;
import dev.wavetank.app.workbench.CanvasKeys;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.app.workbench.DocumentTabs;
import dev.wavetank.app.workbench.FileManager;
import dev.wavetank.app.workbench.FxDialogs;
import dev.wavetank.app.workbench.KeyMap;
import dev.wavetank.app.workbench.LayoutModel;
import dev.wavetank.app.workbench.Panel;
import dev.wavetank.app.workbench.SettingsStore;
import dev.wavetank.app.workbench.StateDirectory;
import dev.wavetank.app.workbench.StatusBar;
import dev.wavetank.app.workbench.TabMenu;
import dev.wavetank.app.workbench.WindowPlace;
import dev.wavetank.app.workbench.WorkbenchView;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.validation.ValidationProfile;
import dev.wavetank.core.validation.Validator;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The composition root of the desktop: makes every part, hands each what it needs, and ends them in order.
public final class Desktop {
    private final Stage stage;
    private final Runnable exit;
    private final Messages messages;
    private final FxDialogs dialogs;
    private final Workspace workspace = new Workspace();
    private final LayoutModel layout;
    private final DocumentFiles files;
    private final Canvases canvases;
    private final Running running;
    private final ProjectViewModel project;
    private final ProjectWays ways;
    private final WorkbenchView window;
    private final Recovery recovery;
    private final LastSession session;

    public Desktop(
            Stage stage, StateDirectory state, Messages messages, InstantSource clock, ClusterLauncher launcher) {
        this(stage, state, messages, clock, launcher, Platform::exit);
    }

    /// @param exit ends the program, when the window is closed and the cluster is stopped
    public Desktop(
            Stage stage,
            StateDirectory state,
            Messages messages,
            InstantSource clock,
            ClusterLauncher launcher,
            Runnable exit) {
        this.stage = stage;
        this.exit = exit;
        this.messages = messages;
        var ui = new FxUiThread();
        var tasks = new VirtualTasks(ui, clock, messages.text("jobs.cancelled"));
        var settings = new SettingsStore(state.settings());
        var journal = new Journal(state.journal());
        dialogs = new FxDialogs(stage, messages);
        var programs = new FileManager(tasks, messages, dialogs);
        layout = new LayoutModel(settings.current());
        var lastViews = new LastViews(workspace, settings.current().work().views());
        files = new DocumentFiles(
                workspace,
                tasks,
                messages,
                dialogs,
                journal,
                new AutomaticLayout(),
                new RecentFiles(
                        tasks,
                        messages,
                        LastSession.paths(settings.current().recent()),
                        LastSession.paths(settings.current().work().pinned())));
        var keys = new KeyMap(state.keyMap());
        var commands = new CommandRegistry();
        var canvasKeys = new CanvasKeys(commands, keys);
        var lastUsed = new LastUsed(
                settings.current().lastUsed(),
                ids -> settings.save(settings.current().withLastUsed(ids)));
        layout.followTheme(Platform.getPreferences().colorSchemeProperty());
        var theme = new SimpleObjectProperty<>(layout.darkProperty().get() ? Theme.DARK : Theme.LIGHT);
        var icons = new KindIcons(theme);
        canvases = new Canvases(workspace, new CanvasAssembly(messages, canvasKeys, layout, lastUsed, icons)::assemble);
        theme.bind(canvases.themeProperty());

        var validator = new Validator();
        var problems = new ProblemsViewModel(
                workspace,
                tasks,
                messages,
                (diagram, cancelled) -> validator.validate(diagram, ValidationProfile.ALL, cancelled),
                canvases::reveal);
        running = new Running(launcher, workspace, tasks, ui, messages);
        var xml = new XmlViewModel(workspace, messages, tasks);
        var xmlView = new XmlView(messages, xml, tasks, canvases::reveal);
        project = new ProjectViewModel(workspace, tasks, messages);
        var navigator = new Navigator(workspace, files, canvases, project, dialogs, messages);
        ways = new ProjectWays(dialogs, project, navigator, () -> reveal("project"));
        var projectView = new ProjectView(messages, project, ways);
        recovery = new Recovery(journal, dialogs, files);
        session = new LastSession(settings, layout, workspace, files, project, lastViews);
        var clusterInFront = new SimpleBooleanProperty();
        var tour = new TourViewModel(workspace, clusterInFront.and(layout.bottomProperty()), session::tourTaken);
        var beginning = new Beginning(files, tour, () -> {
            reveal("cluster");
            running.cluster().start();
        });
        var views = new DocumentViews(
                messages, tasks, files, programs, canvases, lastViews, new OutsideNotices(messages, files), navigator);
        var tabs = new DocumentTabs(
                workspace,
                views::of,
                files::close,
                dropped -> dropped.forEach(files::open),
                new TabMenu(messages, workspace, files, programs::reveal),
                beginning.page(messages, settings));
        var search = new SearchViewModel(workspace, () -> canvases.active().map(CanvasSearch::new));
        new Commands(this, stage, commands, workspace, files, canvases, layout)
                .register(
                        new ClipboardActions(canvases, messages, new FxClipboard(), new AutomaticLayout()),
                        new ToolWindows(stage, messages, commands, keys, layout),
                        running.deploy(),
                        running.instances(),
                        search);
        commands.add("help.tour", tour::start);
        var exports = new Exports(stage, tasks, messages, dialogs);
        new WorkCommands(commands, messages, workspace, files, layout, canvases, exports)
                .register(this, navigator, () -> {
                    reveal("project");
                    projectView.beginSearch();
                });
        var searchBox = new SearchView(messages, search);
        StackPane.setAlignment(searchBox, Pos.TOP_RIGHT);
        StackPane.setMargin(searchBox, new Insets(44, 16, 0, 0));
        var documents = new StackPane(tabs, searchBox);
        documents.setMinSize(0, 0);
        documents.getStyleClass().add("documents-area");
        var status = new StatusBar(
                messages,
                tasks.running(),
                clock,
                new ProblemsCount(messages, problems, () -> reveal("problems")),
                new ZoomBox(messages, canvases, workspace));
        status.messageProperty().bind(canvases.hint().map(messages::sentence));
        window = new WorkbenchView(
                messages,
                commands,
                keys,
                settings.current(),
                layout,
                new WorkbenchView.Parts(
                        MainMenu.MENUS,
                        MainMenu.TOOLBAR,
                        new PaletteView(messages, canvases, workspace, canvasKeys, icons),
                        documents,
                        List.of(
                                new Panel(
                                        "properties",
                                        Material2OutlinedMZ.TUNE,
                                        new PropertiesView(messages, new PropertiesViewModel(workspace))),
                                running.panel(),
                                new Panel("xml", Material2OutlinedAL.CODE, xmlView, xml::seen),
                                new Panel("project", Material2OutlinedAL.FOLDER, projectView)),
                        List.of(
                                new Panel(
                                        "problems",
                                        Material2OutlinedAL.ERROR_OUTLINE,
                                        new ProblemsView(messages, problems)),
                                running.clusterPanel(clusterInFront::set)),
                        status));
        var scene = new Scene(new StackPane(window, new TourView(messages, keys, tour)));
        stage.setScene(scene);
        stage.setTitle(messages.text("app.name"));
        layout.darkProperty().subscribe(dark -> {
            Appearance.of(dark).applyTo(scene);
            canvases.themeProperty().set(dark ? Theme.DARK : Theme.LIGHT);
        });
        workspace.activeProperty().subscribe(this::retitle);
        WindowPlace.restore(stage, settings.current());
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        new OutsideChanges(workspace, tasks, messages).watch();
        running.begin();
    }

    public void show() {
        stage.show();
    }

    private void retitle(Optional<OpenDocument> active) {
        stage.setTitle(active.map(document -> document.file()
                        .map(Path::toString)
                        .orElse(document.title().getValue()))
                .map(name -> messages.text("app.title", name))
                .orElse(messages.text("app.name")));
    }

    /// Brings a panel to the front.
    public void reveal(String panel) {
        window.reveal(panel, layout);
    }

    /// Gives the keyboard to the next part of the window, or the one before.
    void nextArea(boolean forward) {
        window.nextArea(forward);
    }

    /// Opens the files and the project of the last session again, if that is wanted.
    public void restoreSession() {
        session.restore();
    }

    /// Asks about what a crash left behind, if anything.
    public void offerRecovery() {
        recovery.offer();
    }

    /// Asks for the folder of a project and opens it.
    void chooseProject() {
        ways.chooseFolder();
    }

    /// Ends the program: asks about unsaved changes, remembers the window, stops the cluster.
    void quit() {
        if (!files.mayQuit()) {
            return;
        }
        session.keep(stage, window.dividers());
        stage.hide();
        Thread.ofVirtual().name("stop the cluster").start(() -> {
            try {
                running.end();
            } finally {
                exit.run();
            }
        });
    }

    /// An error of our own that nobody caught: the journal has the work, so say so and go on.
    void ourMistake(Throwable failure) {
        dialogs.error(messages.text("app.ourMistake", String.valueOf(failure)));
    }

    public DocumentFiles files() {
        return files;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Canvases canvases() {
        return canvases;
    }

    public ClusterViewModel cluster() {
        return running.cluster();
    }

    public ProjectViewModel project() {
        return project;
    }
}
