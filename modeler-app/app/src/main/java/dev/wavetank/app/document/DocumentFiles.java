package dev.wavetank.app.document;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Job;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.bpmn.Diagram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Opens, saves and closes documents. Everything slow happens in the background; every failure ends as a sentence.
public final class DocumentFiles {
    private final Workspace workspace;
    private final Tasks tasks;
    private final Messages messages;
    private final Dialogs dialogs;
    private final DocumentReader reader;
    private final AutoSave autoSave;
    private final RecentFiles recent;
    private int created;

    /// @param layout gives a diagram a drawing if it has none
    public DocumentFiles(
            Workspace workspace,
            Tasks tasks,
            Messages messages,
            Dialogs dialogs,
            Journal journal,
            UnaryOperator<Diagram> layout,
            RecentFiles recent) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.messages = messages;
        this.dialogs = dialogs;
        this.reader = new DocumentReader(messages, layout);
        this.autoSave = new AutoSave(journal, tasks, messages);
        this.recent = recent;
    }

    public RecentFiles recent() {
        return recent;
    }

    public void chooseAndOpen() {
        dialogs.chooseToOpen().forEach(this::open);
    }

    /// Opens a file in a tab of its own, or brings its tab to the front.
    public Job open(Path path) {
        return open(path, _ -> {});
    }

    /// @param then is given the document once it is in front
    public Job open(Path path, Consumer<OpenDocument> then) {
        Path file = path.toAbsolutePath().normalize();
        Optional<OpenDocument> there = workspace.find(file);
        there.ifPresent(document -> workspace.activeProperty().set(there));
        return tasks.submit(
                messages.text("document.job.open", String.valueOf(file.getFileName())),
                _ -> there.isPresent() ? Optional.<DocumentReader.Outcome>empty() : Optional.of(reader.read(file)),
                outcome -> {
                    outcome.filter(_ -> workspace.find(file).isEmpty()).ifPresent(this::show);
                    workspace.find(file).ifPresent(then);
                },
                failure -> workspace.add(new RefusedFile(
                        file,
                        messages.text("document.unexpected", failure),
                        messages.text("document.next.text"),
                        OptionalInt.empty(),
                        true)));
    }

    /// Shows the text of a file that could not be opened, at the line where it is wrong.
    public Job showText(RefusedFile refused) {
        return tasks.submit(
                messages.text("document.job.open", String.valueOf(refused.path().getFileName())),
                _ -> reader.source(refused.path()),
                outcome -> {
                    if (outcome instanceof DocumentReader.Outcome.Source(var file, var text)) {
                        var source = new SourceFile(file, text);
                        source.lineProperty().set(refused.line().orElse(0));
                        workspace.replace(refused, source);
                    }
                },
                failure -> dialogs.error(messages.failure(failure)));
    }

    /// Opens a file again of which only the text, or only a refusal, is shown.
    public void openAgain(OpenDocument document) {
        close(document);
        document.file().ifPresent(this::open);
    }

    /// Opens several files in their order.
    ///
    /// @param front the one to bring to the front; else the last
    public Job openAll(List<Path> files, Optional<Path> front) {
        return tasks.submit(
                messages.text("document.job.openAll", files.size()),
                _ -> files.stream().map(reader::read).toList(),
                outcomes -> {
                    outcomes.stream()
                            .filter(outcome -> workspace.find(outcome.file()).isEmpty())
                            .forEach(this::show);
                    front.flatMap(workspace::find)
                            .ifPresent(document -> workspace.activeProperty().set(Optional.of(document)));
                },
                failure -> dialogs.error(messages.text("document.unexpected", failure)));
    }

    private void show(DocumentReader.Outcome outcome) {
        switch (outcome) {
            case DocumentReader.Outcome.Read(var file, var content, var stamp) -> {
                add(DocumentSession.ofFile(file, content, stamp));
                recent.remember(file);
            }
            case DocumentReader.Outcome.Source(var file, var text) -> {
                workspace.add(new SourceFile(file, text));
                recent.remember(file);
            }
            case DocumentReader.Outcome.Refused(var why) -> workspace.add(why);
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
            case DocumentReader.Outcome.Read(var _, var content, var _) ->
                add(DocumentSession.untitled(title, content));
            case DocumentReader.Outcome.Source _ -> {}
            case DocumentReader.Outcome.Refused(var why) -> dialogs.error(why.sentence());
        }
    }

    /// Opens what a crash left behind, as unsaved changes of its file; with `both`, the file itself is opened
    /// beside them.
    public void recover(Journal.LeftBehind entry, boolean both) {
        Path name = entry.origin().orElse(Path.of(messages.text("document.recovered")));
        switch (reader.read(name, entry.content())) {
            case DocumentReader.Outcome.Read(var _, var content, var _) -> {
                Path shown = both ? Path.of(messages.text("document.recoveredOf", name.getFileName())) : name;
                Optional<Path> file = both ? Optional.empty() : entry.origin();
                add(DocumentSession.recovered(shown, file, entry.stamp(), content));
                if (both) {
                    entry.origin().ifPresent(this::open);
                }
            }
            case DocumentReader.Outcome.Source _ -> {}
            case DocumentReader.Outcome.Refused(var why) -> dialogs.error(why.sentence());
        }
    }

    private void add(DocumentSession session) {
        autoSave.watch(session);
        workspace.add(session);
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
            dialogs.error(messages.text("document.notSaved", file, messages.sentence(DiskTrouble.reason(failure))));
            return false;
        }
        session.saved(file, FileStamp.of(file));
        autoSave.forget(session);
        recent.remember(file);
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
        workspace.close(document);
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

    /// Closes tabs until one is to be kept.
    public boolean closeAll(List<OpenDocument> documents) {
        return List.copyOf(documents).stream().allMatch(this::close);
    }

    /// Opens the tab again that was closed last: as it was, with its history, unless what was given up with it or
    /// another program made its file differ.
    public void reopenClosed() {
        Optional<OpenDocument> last = workspace.wake();
        while (last.isPresent()
                && last.get()
                        .file()
                        .filter(file -> workspace.find(file).isPresent())
                        .isPresent()) {
            last = workspace.wake();
        }
        last.ifPresent(document -> {
            if (document instanceof DocumentSession session && !session.isDirty() && isAsLeft(session)) {
                workspace.add(session);
            } else {
                document.file().ifPresent(this::open);
            }
        });
    }

    private static boolean isAsLeft(DocumentSession session) {
        return session.file().map(FileStamp::of).equals(session.file().map(_ -> session.stamp()));
    }

    /// Reads the file again, as a step that can be undone: what was changed here is one step back.
    public void reload(DocumentSession session) {
        readAgain(session, read -> take(session, read));
    }

    /// Shows what another program changed in the file, and takes it if that is wanted.
    public void compare(DocumentSession session) {
        readAgain(session, read -> {
            List<Difference> differences =
                    Difference.between(session.diagram(), read.content().shown());
            if (dialogs.compare(session.name(), differences)) {
                take(session, read);
            }
        });
    }

    private void readAgain(DocumentSession session, Consumer<DocumentReader.Outcome.Read> then) {
        session.file()
                .ifPresent(file -> tasks.submit(
                        messages.text("document.job.open", String.valueOf(file.getFileName())),
                        _ -> reader.read(file),
                        outcome -> {
                            switch (outcome) {
                                case DocumentReader.Outcome.Read read -> then.accept(read);
                                case DocumentReader.Outcome.Source _ -> {}
                                case DocumentReader.Outcome.Refused(var why) -> dialogs.error(why.sentence());
                            }
                        },
                        failure -> dialogs.error(messages.failure(failure))));
    }

    private void take(DocumentSession session, DocumentReader.Outcome.Read read) {
        Content content = read.content();
        autoSave.forget(session);
        if (content.asRead() == content.shown()) {
            session.reloaded(reader.next(session, content), read.stamp());
            return;
        }
        var fresh = DocumentSession.ofFile(read.file(), content, read.stamp());
        autoSave.watch(fresh);
        workspace.replace(session, fresh);
    }

    /// Keeps what is here; saving replaces what the other program wrote, after a question.
    public void keepMine(DocumentSession session) {
        session.outsideProperty().set(Optional.empty());
    }

    /// The file lies elsewhere now: the tab follows it there.
    public void follow(DocumentSession session, Path to) {
        session.movedTo(to);
        recent.remember(to);
    }

    /// Asks, and goes back to what the document was when it was opened. Nothing is written, and the step can be
    /// undone.
    public void discardToOpened(DocumentSession session) {
        if (session.differsFromOpened()
                && dialogs.confirm(
                        messages.text("document.discard", session.name()), messages.text("document.discard.action"))) {
            session.discardToOpened();
        }
    }
}
