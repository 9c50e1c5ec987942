package dev.wavetank.app.document;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.engine.api.ElementCount;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// One open diagram: its content and history, its file, what is selected in it, what was found in it and where it
/// runs. Belongs to the UI thread.
public final class DocumentSession implements OpenDocument {
    private final String id = UUID.randomUUID().toString();
    private final Editor editor;
    private final ReadOnlyObjectWrapper<Diagram> diagram;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ObjectProperty<Set<ElementId>> selection = new SimpleObjectProperty<>(Set.of());
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Deployment>> deployment = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Map<String, ElementCount>> counts = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Optional<Outside>> outside = new SimpleObjectProperty<>(Optional.empty());
    private final Diagram opened;
    private List<Finding> checked = List.of();
    private List<Finding> rejected = List.of();
    private Optional<Path> file;
    private Optional<FileStamp> stamp;
    private Optional<FileStamp> seen;
    private Optional<Diagram> savedDiagram;
    private XmlDocument clean;
    private final boolean laidOut;
    private String name;
    private BooleanSupplier settle = () -> true;

    private DocumentSession(
            String name, Optional<Path> file, Optional<FileStamp> stamp, Content content, boolean saved) {
        this.name = name;
        this.file = file;
        this.stamp = stamp;
        this.seen = stamp;
        this.editor = new Editor(content.shown());
        this.opened = content.shown();
        this.diagram = new ReadOnlyObjectWrapper<>(content.shown());
        this.savedDiagram = saved ? Optional.of(content.shown()) : Optional.empty();
        this.clean = content.asRead().document();
        this.laidOut = content.asRead() != content.shown();
        editor.addListener(this::follow);
        retitle();
    }

    private void follow(ChangeSet changes) {
        retitle();
        undoable.set(editor.history().canUndo());
        redoable.set(editor.history().canRedo());
        Set<ElementId> there = selection.get().stream()
                .filter(id -> changes.after().element(id).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        diagram.set(changes.after());
        if (there.size() != selection.get().size()) {
            selection.set(there);
        }
    }

    static DocumentSession ofFile(Path file, Content content, Optional<FileStamp> stamp) {
        return new DocumentSession(String.valueOf(file.getFileName()), Optional.of(file), stamp, content, true);
    }

    /// Content without a file. It counts as saved until it is changed: an untouched new diagram may be closed
    /// without a question.
    static DocumentSession untitled(String name, Content content) {
        return new DocumentSession(name, Optional.empty(), Optional.empty(), content, true);
    }

    /// Unsaved changes from before a crash.
    ///
    /// @param stamp what the file was like when the changes were made to it, so that what another program wrote
    /// since then is noticed
    static DocumentSession recovered(Path name, Optional<Path> file, Optional<FileStamp> stamp, Content content) {
        return new DocumentSession(String.valueOf(name.getFileName()), file, stamp, content, false);
    }

    /// Whether the file says nothing about how it is drawn, so that it had to be laid out.
    public boolean isLaidOut() {
        return laidOut;
    }

    /// Unique while the program runs.
    public String id() {
        return id;
    }

    @Override
    public Optional<Path> file() {
        return file;
    }

    @Override
    public ObservableValue<String> title() {
        return title.getReadOnlyProperty();
    }

    /// The name it is deployed and saved under; always ends in `.bpmn` or `.xml`.
    public String resourceName() {
        return name.endsWith(".bpmn") || name.endsWith(".xml") ? name : name + ".bpmn";
    }

    public Diagram diagram() {
        return editor.diagram();
    }

    /// The one way to change the content.
    public Editor editor() {
        return editor;
    }

    /// Carries a command out as one step of the history.
    public ChangeSet execute(Command command) {
        return editor.execute(command);
    }

    /// Makes a later version of the document, typed as text, one step of the history.
    public ChangeSet adopt(XmlDocument typed) {
        return editor.adopt(typed);
    }

    /// Whoever holds back what a person typed brings it in when it is asked for.
    ///
    /// @param bringIn returns false if it is not valid
    public void onSettle(BooleanSupplier bringIn) {
        settle = bringIn;
    }

    /// Brings in what was typed and is held back.
    ///
    /// @return false if some of it is not valid and stays where it was typed
    public boolean settle() {
        return settle.getAsBoolean();
    }

    public void undo() {
        editor.undo();
    }

    public void redo() {
        editor.redo();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Diagram> diagramProperty() {
        return diagram.getReadOnlyProperty();
    }

    /// The file's bytes as they would be saved now. As long as nothing was changed they are those of the file,
    /// also if the diagram had to be laid out to be shown.
    public byte[] content() {
        return isDirty() ? diagram().document().bytes() : clean.bytes();
    }

    public boolean isDirty() {
        return dirty.get();
    }

    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// Elements that the next action is about.
    public ObjectProperty<Set<ElementId>> selectionProperty() {
        return selection;
    }

    void saved(Path to, Optional<FileStamp> now) {
        file = Optional.of(to);
        name = String.valueOf(to.getFileName());
        stamp = now;
        seen = now;
        clean = isDirty() ? diagram().document() : clean;
        savedDiagram = Optional.of(diagram());
        outside.set(Optional.empty());
        retitle();
    }

    /// What a look at the disk found. A look that began before the file was last read, saved or looked at says
    /// nothing.
    void seenOnDisk(Path where, Optional<FileStamp> known, Optional<FileStamp> now, Optional<Outside> what) {
        if (!seen.equals(known) || file.filter(where::equals).isEmpty()) {
            return;
        }
        seen = now;
        if (what.isEmpty()) {
            stamp = now;
        }
        outside.set(what);
    }

    /// The file's state on disk when it was last read or saved here.
    Optional<FileStamp> stamp() {
        return stamp;
    }

    /// The file's state on disk when it was last looked at.
    Optional<FileStamp> seenStamp() {
        return seen;
    }

    /// The file's content as it was last read or saved here.
    XmlDocument saved() {
        return clean;
    }

    /// The file was read again: its content becomes the present one, as a step that can be undone.
    void reloaded(XmlDocument now, Optional<FileStamp> read) {
        editor.adopt(now);
        clean = now;
        stamp = read;
        seen = read;
        savedDiagram = Optional.of(diagram());
        outside.set(Optional.empty());
        retitle();
    }

    /// The file lies elsewhere now.
    void movedTo(Path to) {
        file = Optional.of(to);
        name = String.valueOf(to.getFileName());
        stamp = FileStamp.of(to);
        seen = stamp;
        outside.set(Optional.empty());
        retitle();
    }

    /// Whether there is something to go back to.
    public boolean differsFromOpened() {
        return diagram() != opened;
    }

    /// Goes back to what it was when it was opened, as a step that can be undone.
    public void discardToOpened() {
        editor.restore(opened);
    }

    /// Whether saving to `target` would take away what another program wrote since it was read or saved here.
    boolean isStale(Path target, Optional<FileStamp> now) {
        return file.filter(target::equals).isPresent() && now.isPresent() && stamp.isPresent() && !now.equals(stamp);
    }

    /// What another program did to the file since it was read or saved here.
    public ObjectProperty<Optional<Outside>> outsideProperty() {
        return outside;
    }

    /// What a person calls the document, without the mark of unsaved changes.
    public String name() {
        return name;
    }

    private void retitle() {
        boolean changed = savedDiagram.filter(clean -> clean == diagram()).isEmpty();
        dirty.set(changed);
        title.set(changed ? name + " •" : name);
    }

    /// What the validators found in the present content.
    public void checked(List<Finding> found) {
        checked = List.copyOf(found);
        mergeFindings();
    }

    /// What the engine had against the content when it was deployed.
    public void engineFindings(List<Finding> found) {
        rejected = List.copyOf(found);
        mergeFindings();
    }

    private void mergeFindings() {
        findings.set(
                Stream.concat(rejected.stream(), checked.stream()).distinct().toList());
    }

    public ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<Deployment>> deploymentProperty() {
        return deployment;
    }

    /// Live counts by element id; empty while it does not run.
    public ObjectProperty<Map<String, ElementCount>> countsProperty() {
        return counts;
    }

    /// The cluster is gone, and with it all that ran there.
    public void forgetRun() {
        deployment.set(Optional.empty());
        counts.set(Map.of());
    }
}
