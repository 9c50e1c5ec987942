package dev.wavetank.app.document;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Job;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.bpmn.Diagram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Opens, saves and closes documents. Everything slow happens in the background; every failure ends as a sentence.
public final class DocumentFiles {
    private static final int RECENT = 20;

    private final Workspace workspace;
    private final Tasks tasks;
    private final Messages messages;
    private final Dialogs dialogs;
    private final DocumentReader reader;
    private final AutoSave autoSave;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final ObservableList<Path> recentView = FXCollections.unmodifiableObservableList(recent);
    private final Deque<Path> closed = new ArrayDeque<>();
    private int created;

    /// @param layout gives a diagram a drawing if it has none
    public DocumentFiles(
            Workspace workspace,
            Tasks tasks,
            Messages messages,
            Dialogs dialogs,
            Journal journal,
            UnaryOperator<Diagram> layout,
            List<Path> recent) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.messages = messages;
        this.dialogs = dialogs;
        this.reader = new DocumentReader(messages, layout);
        this.autoSave = new AutoSave(journal, tasks, messages);
        this.recent.setAll(recent);
    }

    /// Newest first.
    public ObservableList<Path> recent() {
        return recentView;
    }

    public void chooseAndOpen() {
        dialogs.chooseToOpen().forEach(this::open);
    }

    /// Opens a file in a tab of its own, or brings its tab to the front.
    public Job open(Path path) {
        Path file = path.toAbsolutePath().normalize();
        Optional<OpenDocument> there = workspace.find(file);
        there.ifPresent(document -> workspace.activeProperty().set(there));
        return tasks.submit(
                messages.text("document.job.open", String.valueOf(file.getFileName())),
                _ -> there.isPresent() ? Optional.<DocumentReader.Outcome>empty() : Optional.of(reader.read(file)),
                outcome -> outcome.ifPresent(this::show),
                failure -> workspace.add(new RefusedFile(file, messages.text("document.unexpected", failure))));
    }

    private void show(DocumentReader.Outcome outcome) {
        switch (outcome) {
            case DocumentReader.Outcome.Read(var file, var content, var stamp) -> {
                var session = DocumentSession.ofFile(file, content, stamp);
                autoSave.watch(session);
                workspace.add(session);
                remember(file);
            }
            case DocumentReader.Outcome.Refused(var file, var sentence) ->
                workspace.add(new RefusedFile(file, sentence));
        }
    }

    /// A new diagram with a start event.
    public void create() {
        created++;
        try (InputStream empty = DocumentFiles.class.getResourceAsStream("new-diagram.bpmn")) {
            if (empty == null) {
                throw new IllegalStateException("new-diagram.bpmn is missing from the program");
            }
            openCopy(messages.text("document.untitled", created), empty.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException("new-diagram.bpmn cannot be read", unreadable);
        }
    }

    /// Opens content that has no file yet, for example a template.
    public void openCopy(String title, byte[] bytes) {
        switch (reader.read(Path.of(title), bytes)) {
            case DocumentReader.Outcome.Read(var _, var content, var _) -> {
                var session = DocumentSession.untitled(title, content);
                autoSave.watch(session);
                workspace.add(session);
            }
            case DocumentReader.Outcome.Refused(var _, var sentence) -> dialogs.error(sentence);
        }
    }

    /// Opens what a crash left behind, as unsaved changes of its file.
    public void recover(Journal.LeftBehind entry) {
        Path name = entry.origin().orElse(Path.of(messages.text("document.recovered")));
        switch (reader.read(name, entry.content())) {
            case DocumentReader.Outcome.Read(var _, var content, var _) -> {
                var session = DocumentSession.recovered(name, entry.origin(), content);
                autoSave.watch(session);
                workspace.add(session);
            }
            case DocumentReader.Outcome.Refused(var _, var sentence) -> dialogs.error(sentence);
        }
    }

    /// Saves to its file, asking for one first if there is none.
    ///
    /// @return whether it is saved now
    public boolean save(DocumentSession session) {
        Optional<Path> target = session.file().or(() -> chooseTarget(session));
        return target.isPresent() && write(session, target.get());
    }

    public boolean saveAs(DocumentSession session) {
        return chooseTarget(session).map(target -> write(session, target)).orElse(false);
    }

    private Optional<Path> chooseTarget(DocumentSession session) {
        return dialogs.chooseToSave(session.resourceName(), List.of("bpmn", "xml"));
    }

    /// Saving happens in the foreground on purpose: it takes milliseconds, and nobody may type into a half-saved
    /// file.
    private boolean write(DocumentSession session, Path target) {
        Path file = target.toAbsolutePath().normalize();
        if (!session.settle()
                && !dialogs.confirm(
                        messages.text("document.unsettled", session.name()),
                        messages.text("document.unsettled.action"))) {
            return false;
        }
        if (session.isStale(file, FileStamp.of(file))
                && !dialogs.confirm(
                        messages.text("document.overwrite", String.valueOf(file.getFileName())),
                        messages.text("document.overwrite.action"))) {
            return false;
        }
        try {
            AtomicFile.write(file, session.content());
        } catch (IOException failure) {
            dialogs.error(messages.text("document.notSaved", file, DiskTrouble.reason(failure)));
            return false;
        }
        session.saved(file, FileStamp.of(file));
        autoSave.forget(session);
        remember(file);
        return true;
    }

    public boolean saveAll() {
        return workspace.sessions().filter(DocumentSession::isDirty).toList().stream()
                .allMatch(this::save);
    }

    /// Closes a tab; unsaved changes are asked about first.
    ///
    /// @return false if the person wants to keep it open
    public boolean close(OpenDocument document) {
        if (document instanceof DocumentSession session) {
            if (!mayGo(session)) {
                return false;
            }
            autoSave.forget(session);
        }
        workspace.remove(document);
        document.file().ifPresent(closed::push);
        return true;
    }

    private boolean mayGo(DocumentSession session) {
        if (session.settle() && !session.isDirty()) {
            return true;
        }
        workspace.activeProperty().set(Optional.of(session));
        return switch (dialogs.unsaved(session.name())) {
            case SAVE -> save(session);
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    /// Asks about every document with unsaved changes; true if the window may close. Tabs stay, for the session to
    /// be remembered.
    public boolean mayQuit() {
        List<DocumentSession> dirty = new ArrayList<>(
                workspace.sessions().filter(DocumentSession::isDirty).toList());
        if (!dirty.stream().allMatch(this::mayGo)) {
            return false;
        }
        dirty.forEach(autoSave::forget);
        return true;
    }

    public void reopenClosed() {
        if (!closed.isEmpty()) {
            open(closed.pop());
        }
    }

    /// Reads the file again and drops what was changed here.
    public void reload(DocumentSession session) {
        session.file()
                .ifPresent(file -> tasks.submit(
                        messages.text("document.job.open", String.valueOf(file.getFileName())),
                        _ -> reader.read(file),
                        outcome -> {
                            autoSave.forget(session);
                            switch (outcome) {
                                case DocumentReader.Outcome.Read(var _, var content, var stamp) -> {
                                    var fresh = DocumentSession.ofFile(file, content, stamp);
                                    autoSave.watch(fresh);
                                    workspace.replace(session, fresh);
                                }
                                case DocumentReader.Outcome.Refused(var _, var sentence) -> dialogs.error(sentence);
                            }
                        },
                        failure -> dialogs.error(String.valueOf(failure.getMessage()))));
    }

    private void remember(Path file) {
        recent.remove(file);
        recent.addFirst(file);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
    }
}
