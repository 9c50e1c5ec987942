package dev.wavetank.app;

import dev.wavetank.app.canvas.CanvasAssembly;
import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.canvas.DiagramView;
import dev.wavetank.app.canvas.KindIcons;
import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.Journal;
import dev.wavetank.app.document.LostWork;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.document.OutsideChanges;
import dev.wavetank.app.document.RecentFiles;
import dev.wavetank.app.document.RefusedFile;
import dev.wavetank.app.document.SourceFile;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.feature.clipboard.ClipboardActions;
import dev.wavetank.app.feature.clipboard.FxClipboard;
import dev.wavetank.app.feature.cluster.ClusterView;
import dev.wavetank.app.feature.cluster.ClusterViewModel;
import dev.wavetank.app.feature.deploy.DeployView;
import dev.wavetank.app.feature.deploy.DeployViewModel;
import dev.wavetank.app.feature.export.Exports;
import dev.wavetank.app.feature.instances.InstancesView;
import dev.wavetank.app.feature.instances.InstancesViewModel;
import dev.wavetank.app.feature.instances.KnownDeployments;
import dev.wavetank.app.feature.instances.LiveCounts;
import dev.wavetank.app.feature.palette.PaletteView;
import dev.wavetank.app.feature.problems.ProblemsCount;
import dev.wavetank.app.feature.problems.ProblemsView;
import dev.wavetank.app.feature.problems.ProblemsViewModel;
import dev.wavetank.app.feature.project.Hit;
import dev.wavetank.app.feature.project.ProjectActions;
import dev.wavetank.app.feature.project.ProjectView;
import dev.wavetank.app.feature.project.ProjectViewModel;
import dev.wavetank.app.feature.properties.PropertiesView;
import dev.wavetank.app.feature.properties.PropertiesViewModel;
import dev.wavetank.app.feature.search.SearchView;
import dev.wavetank.app.feature.search.SearchViewModel;
import dev.wavetank.app.feature.start.RecentActions;
import dev.wavetank.app.feature.start.StartActions;
import dev.wavetank.app.feature.start.StartPage;
import dev.wavetank.app.feature.tour.TourView;
import dev.wavetank.app.feature.tour.TourViewModel;
import dev.wavetank.app.feature.xml.SourceView;
import dev.wavetank.app.feature.xml.XmlView;
import dev.wavetank.app.feature.xml.XmlViewModel;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.menu.LastUsed;
import dev.wavetank.app.theme.Appearance;
import dev.wavetank.app.ui.FxUiThread;
import dev.wavetank.app.ui.VirtualTasks;
import dev.wavetank.app.workbench.CanvasKeys;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.app.workbench.ConnectedCluster;
import dev.wavetank.app.workbench.DocumentTabs;
import dev.wavetank.app.workbench.FileManager;
import dev.wavetank.app.workbench.FxDialogs;
import dev.wavetank.app.workbench.KeyMap;
import dev.wavetank.app.workbench.LayoutModel;
import dev.wavetank.app.workbench.Look;
import dev.wavetank.app.workbench.Panel;
import dev.wavetank.app.workbench.RefusedView;
import dev.wavetank.app.workbench.Settings;
import dev.wavetank.app.workbench.SettingsStore;
import dev.wavetank.app.workbench.StateDirectory;
import dev.wavetank.app.workbench.StatusBar;
import dev.wavetank.app.workbench.TabMenu;
import dev.wavetank.app.workbench.WindowPlace;
import dev.wavetank.app.workbench.WorkbenchView;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.validation.ValidationProfile;
import dev.wavetank.core.validation.Validator;
import dev.wavetank.templates.Template;
import dev.wavetank.templates.Templates;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The composition root of the desktop: makes every part, hands each what it needs, and ends them in order.
public final class Desktop {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    private final Stage stage;
    private final Runnable exit;
    private final Messages messages;
    private final SettingsStore settings;
    private final Journal journal;
    private final FxDialogs dialogs;
    private final FileManager fileManager;
    private final Workspace workspace = new Workspace();
    private final VirtualTasks tasks;
    private final LayoutModel layout;
    private final DocumentFiles files;
    private final Canvases canvases;
    private final ClusterViewModel cluster;
    private final ProjectViewModel project;
    private final Navigator navigator;
    private final OutsideNotices notices;
    private final WorkbenchView window;
    private final TourViewModel tour;
    private final LastViews views;

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
        tasks = new VirtualTasks(ui, clock, messages.text("jobs.cancelled"));
        settings = new SettingsStore(state.settings());
        journal = new Journal(state.journal());
        dialogs = new FxDialogs(stage, messages);
        fileManager = new FileManager(tasks, messages, dialogs);
        layout = new LayoutModel(settings.current());
        views = new LastViews(workspace, settings.current().work().views());
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
                        paths(settings.current().recent()),
                        paths(settings.current().work().pinned())));
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
        var connected = new ConnectedCluster();
        cluster = new ClusterViewModel(launcher, tasks, ui, messages, connected);
        var deploy = new DeployViewModel(workspace, connected, tasks, messages);
        var live = new LiveCounts(workspace, connected, tasks, messages);
        new KnownDeployments(workspace, connected, tasks, messages).watch();
        var instances = new InstancesViewModel(workspace, connected, live, tasks, messages);
        var xml = new XmlViewModel(workspace, messages, tasks);
        var xmlView = new XmlView(messages, xml, tasks, canvases::reveal);
        var run = new ScrollPane(
                new VBox(new DeployView(messages, deploy), new InstancesView(messages, instances, live)));
        run.setFitToWidth(true);

        project = new ProjectViewModel(workspace, tasks, messages);
        navigator = new Navigator(workspace, files, canvases, project, dialogs, messages);
        var projectView = new ProjectView(messages, project, new ProjectActionsHere());
        notices = new OutsideNotices(messages, files);
        var clusterInFront = new SimpleBooleanProperty();
        tour = new TourViewModel(
                workspace,
                clusterInFront.and(layout.bottomProperty()),
                () -> settings.save(settings.current().withLook(look(true))));
        commands.add("help.tour", tour::start);
        var start = startPage();
        var tabs = new DocumentTabs(
                workspace,
                this::content,
                files::close,
                dropped -> dropped.forEach(files::open),
                new TabMenu(messages, workspace, files, fileManager::reveal),
                start);
        var search = new SearchViewModel(workspace, () -> canvases.active().map(CanvasSearch::new));
        new Commands(this, stage, commands, workspace, files, canvases, layout)
                .register(
                        new ClipboardActions(canvases, messages, new FxClipboard(), new AutomaticLayout()),
                        new ToolWindows(stage, messages, commands, keys, layout),
                        deploy,
                        instances,
                        search);
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
                                new Panel("run", Material2OutlinedMZ.PLAY_ARROW, run),
                                new Panel("xml", Material2OutlinedAL.CODE, xmlView, xml::seen),
                                new Panel("project", Material2OutlinedAL.FOLDER, projectView)),
                        List.of(
                                new Panel(
                                        "problems",
                                        Material2OutlinedAL.ERROR_OUTLINE,
                                        new ProblemsView(messages, problems)),
                                new Panel(
                                        "cluster",
                                        Material2OutlinedAL.DNS,
                                        new ClusterView(messages, cluster),
                                        clusterInFront::set)),
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
        cluster.lookForRuntimes();
        cluster.watchPresent();
    }

    public void show() {
        stage.show();
    }

    private StartPage startPage() {
        var page = new StartPage(messages, new StartActionsHere(), Templates.processes());
        RecentFiles recent = files.recent();
        Runnable refresh = () -> page.showRecent(recent.entries(), new RecentActionsHere());
        recent.entries().addListener((ListChangeListener<RecentFiles.Entry>) _ -> refresh.run());
        refresh.run();
        recent.look();
        tour.stepProperty()
                .subscribe(_ -> page.offerTour(!settings.current().look().toured()));
        return page;
    }

    private Node content(OpenDocument document) {
        return switch (document) {
            case RefusedFile refused -> new RefusedView(messages, refused, new RefusedWays(refused));
            case SourceFile source ->
                new SourceView(
                        messages, source, tasks, () -> fileManager.open(source.path()), () -> files.openAgain(source));
            case DocumentSession session -> diagram(session);
        };
    }

    private Node diagram(DocumentSession session) {
        DiagramView view = canvases.of(session);
        if (session.isLaidOut()) {
            view.notice(messages.text("notice.laidOut"), false);
        }
        views.follow(session, view.canvas());
        notices.follow(session, view);
        navigator.follow(session, view.canvas());
        return view;
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
        Settings.Work last = settings.current().work();
        if (!last.restore()) {
            return;
        }
        List<Path> session = paths(settings.current().session());
        if (!session.isEmpty()) {
            files.openAll(session, paths(List.of(last.front())).stream().findFirst());
        }
        if (!last.project().isBlank()) {
            paths(List.of(last.project())).stream().filter(Files::isDirectory).forEach(project::open);
        }
    }

    /// Asks about what a crash left behind, if anything.
    public void offerRecovery() {
        List<Journal.LeftBehind> left = journal.leftBehind();
        if (left.isEmpty()) {
            return;
        }
        Optional<List<LostWork.Choice>> choices = dialogs.recover(left.stream()
                .map(entry -> new LostWork(entry.origin(), entry.originChanged()))
                .toList());
        for (int i = 0; choices.isPresent() && i < left.size(); i++) {
            LostWork.Choice choice = choices.get().get(i);
            if (choice != LostWork.Choice.DROP) {
                files.recover(left.get(i), choice == LostWork.Choice.BOTH);
            }
            journal.forget(left.get(i));
        }
    }

    /// Asks for the folder of a project and opens it.
    void chooseProject() {
        dialogs.chooseFolder().ifPresent(folder -> {
            project.open(folder);
            reveal("project");
        });
    }

    private Look look(boolean toured) {
        return new Look(layout.languageProperty().get(), layout.themeProperty().get(), toured);
    }

    /// Ends the program: asks about unsaved changes, remembers the window, stops the cluster.
    void quit() {
        if (!files.mayQuit()) {
            return;
        }
        settings.save(settings.current()
                .withLook(look(settings.current().look().toured()))
                .withSheet(new Settings.Sheet(
                        layout.gridProperty().get(),
                        layout.snapProperty().get(),
                        layout.jumpsProperty().get()))
                .withWindow(WindowPlace.of(stage))
                .withDividers(window.dividers())
                .withPanels(
                        layout.rightProperty().get(),
                        layout.bottomProperty().get(),
                        layout.minimapProperty().get())
                .withWork(new Settings.Work(
                        files.recent().pinned().stream().map(Path::toString).toList(),
                        layout.restoreProperty().get(),
                        workspace
                                .activeProperty()
                                .get()
                                .flatMap(OpenDocument::file)
                                .map(Path::toString)
                                .orElse(""),
                        project.rootProperty().get().map(Path::toString).orElse(""),
                        views.now()))
                .withFiles(
                        files.recent().files().stream().map(Path::toString).toList(),
                        workspace.documents().stream()
                                .flatMap(document -> document.file().stream())
                                .map(Path::toString)
                                .toList()));
        stage.hide();
        Thread.ofVirtual().name("stop the cluster").start(() -> {
            try {
                cluster.stopNow();
            } catch (ClusterException failure) {
                LOG.warn("The cluster was not wholly removed", failure);
            } finally {
                exit.run();
            }
        });
    }

    /// An error of our own that nobody caught: the journal has the work, so say so and go on.
    void ourMistake(Throwable failure) {
        dialogs.error(messages.text("app.ourMistake", String.valueOf(failure)));
    }

    private static List<Path> paths(List<String> names) {
        return names.stream()
                .flatMap(name -> {
                    try {
                        return Stream.of(Path.of(name));
                    } catch (InvalidPathException fromAnotherMachine) {
                        return Stream.empty();
                    }
                })
                .toList();
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
        return cluster;
    }

    public ProjectViewModel project() {
        return project;
    }

    private final class ProjectActionsHere implements ProjectActions {
        @Override
        public void chooseFolder() {
            chooseProject();
        }

        @Override
        public void open(Path file) {
            navigator.open(file);
        }

        @Override
        public void show(Hit hit) {
            navigator.show(hit.file(), hit.element().id());
        }
    }

    private final class RefusedWays implements RefusedView.Ways {
        private final RefusedFile file;

        RefusedWays(RefusedFile file) {
            this.file = file;
        }

        @Override
        public void tryAgain() {
            files.openAgain(file);
        }

        @Override
        public void showText() {
            files.showText(file);
        }

        @Override
        public void openElsewhere() {
            fileManager.open(file.path());
        }
    }

    private final class RecentActionsHere implements RecentActions {
        @Override
        public void open(Path file) {
            files.open(file);
        }

        @Override
        public void pin(Path file, boolean pinned) {
            files.recent().pin(file, pinned);
        }

        @Override
        public void forget(Path file) {
            files.recent().forget(file);
        }

        @Override
        public void clear() {
            files.recent().clear();
        }
    }

    private final class StartActionsHere implements StartActions {
        @Override
        public void create() {
            files.create();
        }

        @Override
        public void open() {
            files.chooseAndOpen();
        }

        @Override
        public void cluster() {
            reveal("cluster");
            cluster.start();
        }

        @Override
        public void tour() {
            tour.start();
        }

        @Override
        public void template(Template template) {
            files.openCopy(template.fileName(), template.bytes());
        }
    }
}
