package dev.wavetank.app.feature.project;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Job;
import dev.wavetank.app.ui.LatestWork;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// The folder that is open as a project: what is in it, followed while other programs change it, searched, and
/// asked who calls whom. What is open with unsaved changes counts as it is here, not as it is on disk.
public final class ProjectViewModel {
    private static final Duration CALM = Duration.ofMillis(200);
    private static final Duration BEAT = Duration.ofSeconds(3);

    private final Workspace workspace;
    private final Tasks tasks;
    private final Messages messages;
    private final LatestWork searching;
    private final LatestWork asking;
    private final ReadOnlyObjectWrapper<Optional<Path>> root = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ProjectIndex> index = new ReadOnlyObjectWrapper<>(ProjectIndex.EMPTY);
    private final BooleanProperty read = new SimpleBooleanProperty();
    private final StringProperty sought = new SimpleStringProperty("");
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<Hit> callers = FXCollections.observableArrayList();
    private Subscription drawn = Subscription.EMPTY;
    private Optional<Job> scanning = Optional.empty();
    private Optional<Job> waiting = Optional.empty();

    public ProjectViewModel(Workspace workspace, Tasks tasks, Messages messages) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.messages = messages;
        this.searching = new LatestWork(tasks, messages.text("project.job.search"), CALM);
        this.asking = new LatestWork(tasks, messages.text("project.job.callers"), CALM);
        sought.addListener((_, _, _) -> search());
        index.addListener((_, _, _) -> {
            search();
            findCallers();
        });
        workspace.activeProperty().subscribe(_ -> {
            drawn.unsubscribe();
            drawn = workspace
                    .activeSession()
                    .map(session -> session.diagramProperty().subscribe(_ -> findCallers()))
                    .orElse(Subscription.EMPTY);
            findCallers();
        });
    }

    public void open(Path folder) {
        close();
        root.set(Optional.of(folder.toAbsolutePath().normalize()));
        scan();
    }

    public void close() {
        scanning.ifPresent(Job::cancel);
        waiting.ifPresent(Job::cancel);
        root.set(Optional.empty());
        read.set(false);
        index.set(ProjectIndex.EMPTY);
    }

    /// Looks again and again, more seldom the more there is to look at: that works on every file system.
    private void scan() {
        Path folder = root.get().orElse(null);
        if (folder == null) {
            return;
        }
        ProjectIndex before = index.get();
        scanning = Optional.of(tasks.submit(
                messages.text("project.job.read", folder.getFileName()),
                progress -> ProjectReader.read(folder, before, progress::cancelled),
                now -> {
                    read.set(true);
                    index.set(now);
                    waitAndScan();
                },
                _ -> waitAndScan()));
    }

    private void waitAndScan() {
        Duration pause = BEAT.plusMillis(4L * index.get().files().size());
        waiting = Optional.of(tasks.later(pause, this::scan));
    }

    private void search() {
        if (sought.get().isBlank()) {
            searching.cancel();
            hits.clear();
            return;
        }
        String wanted = sought.get();
        ProjectIndex disk = index.get();
        Map<Path, Diagram> open = open();
        searching.request(
                progress -> present(disk, open).search(wanted, progress::cancelled), hits::setAll, _ -> hits.clear());
    }

    private void findCallers() {
        List<String> processes = workspace.activeSession().map(DocumentSession::diagram).stream()
                .flatMap(diagram -> diagram.elements().stream())
                .filter(element -> element.type() == BpmnType.PROCESS)
                .map(element -> element.id().value())
                .toList();
        ProjectIndex disk = index.get();
        Map<Path, Diagram> open = open();
        asking.request(_ -> present(disk, open).callers(processes), callers::setAll, _ -> callers.clear());
    }

    /// The diagrams that are open, by their file.
    private Map<Path, Diagram> open() {
        Map<Path, Diagram> open = new HashMap<>();
        workspace
                .sessions()
                .filter(DocumentSession::isDirty)
                .forEach(session -> session.file().ifPresent(file -> open.put(file, session.diagram())));
        return open;
    }

    private static ProjectIndex present(ProjectIndex disk, Map<Path, Diagram> open) {
        return disk.with(open.entrySet().stream()
                .map(entry -> IndexedFile.of(
                        entry.getKey(),
                        Optional.empty(),
                        entry.getValue().document().root()))
                .toList());
    }

    /// What a reference leads to: files of the project, and processes of documents that are open from elsewhere.
    public List<Target> targets(Reference reference) {
        List<Target> open = reference.kind() != Reference.Kind.PROCESS
                ? List.of()
                : workspace
                        .sessions()
                        .filter(session -> session.diagram().elements().stream()
                                .anyMatch(element -> isProcess(element, reference.key())))
                        .map(session -> new Target(Optional.of(session), session.file(), reference.key()))
                        .toList();
        List<Path> known =
                workspace.sessions().flatMap(session -> session.file().stream()).toList();
        List<Target> onDisk = index.get().targets(reference).stream()
                .filter(hit -> !known.contains(hit.file()))
                .map(hit -> new Target(
                        Optional.empty(), Optional.of(hit.file()), hit.element().id()))
                .toList();
        return java.util.stream.Stream.concat(open.stream(), onDisk.stream()).toList();
    }

    private static boolean isProcess(BpmnElement element, String id) {
        return element.type() == BpmnType.PROCESS && element.id().value().equals(id);
    }

    /// What can be gone to: in a document that is open, or in a file.
    public record Target(Optional<DocumentSession> session, Optional<Path> file, String id) {}

    /// The file in front, to be shown among the others.
    ObservableValue<Optional<Path>> front() {
        return workspace.activeProperty().map(active -> active.flatMap(OpenDocument::file));
    }

    /// A file as a person reads it in the project: without the folder of the project.
    public String relative(Path file) {
        return root.get()
                .filter(file::startsWith)
                .map(folder -> folder.relativize(file).toString())
                .orElse(file.toString());
    }

    public ReadOnlyObjectProperty<Optional<Path>> rootProperty() {
        return root.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ProjectIndex> indexProperty() {
        return index.getReadOnlyProperty();
    }

    /// Whether the folder has been gone through.
    BooleanProperty readProperty() {
        return read;
    }

    public StringProperty soughtProperty() {
        return sought;
    }

    public ObservableList<Hit> hits() {
        return hits;
    }

    /// Who calls the processes of the document in front.
    public ObservableList<Hit> callers() {
        return callers;
    }
}
