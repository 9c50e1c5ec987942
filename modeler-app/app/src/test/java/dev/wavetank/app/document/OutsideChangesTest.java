package dev.wavetank.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.fake.FakeDialogs;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.RenameElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other programs do to an open file, and what was opened.
class OutsideChangesTest {
    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="%s"/></definitions>
            """;
    private static final ElementId PROCESS = new ElementId("p");

    @TempDir
    Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private final Workspace workspace = new Workspace();
    private final CurrentThreadTasks tasks = new CurrentThreadTasks();
    private final Messages messages = new Messages(Locale.ENGLISH);
    private Path file;
    private DocumentFiles files;
    private DocumentSession session;

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(folder.resolve("a.bpmn"), BPMN.formatted("read"));
        files = new DocumentFiles(
                workspace,
                tasks,
                messages,
                dialogs,
                new Journal(folder.resolve("journal")),
                UnaryOperator.identity(),
                new RecentFiles(tasks, messages, List.of(), List.of()));
        files.open(file);
        session = workspace.activeSession().orElseThrow();
        new OutsideChanges(workspace, tasks, messages).watch();
    }

    private String name() {
        return session.diagram().label(PROCESS).orElse("");
    }

    private Optional<Outside> seen() {
        tasks.elapse();
        return session.outsideProperty().get();
    }

    @Test
    void anotherContentIsSeenAndCanBeTakenAndTakenBack() throws IOException {
        session.execute(new RenameElement(PROCESS, "mine"));
        Files.writeString(file, BPMN.formatted("of another program"));
        assertThat(seen()).contains(new Outside.Changed());

        files.reload(session);
        assertThat(name()).isEqualTo("of another program");
        assertThat(session.isDirty()).isFalse();
        assertThat(seen()).isEmpty();

        session.undo();
        assertThat(name()).isEqualTo("mine");
        assertThat(session.isDirty()).isTrue();
    }

    @Test
    void aFileThatWasOnlyTouchedIsNotAChangedOne() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(seen()).isEmpty();
        session.execute(new RenameElement(PROCESS, "mine"));
        assertThat(files.save(session)).isTrue();
        assertThat(dialogs.questions).isEmpty();
    }

    @Test
    void ownSavesAreNoChanges() {
        for (int i = 0; i < 3; i++) {
            session.execute(new RenameElement(PROCESS, "mine " + i));
            files.save(session);
            assertThat(seen()).isEmpty();
        }
    }

    @Test
    void aFileThatIsGoneIsSaidAndSavingBringsItBack() throws IOException {
        Files.delete(file);
        assertThat(seen()).contains(new Outside.Gone());

        assertThat(files.save(session)).isTrue();

        assertThat(file).exists();
        assertThat(seen()).isEmpty();
    }

    @Test
    void aFileWithAnotherNameIsFollowed() throws IOException {
        Path other = Files.move(file, folder.resolve("b.bpmn"));
        assertThat(seen()).contains(new Outside.Renamed(other));

        files.follow(session, other);
        session.execute(new RenameElement(PROCESS, "mine"));
        files.save(session);

        assertThat(other).content().contains("mine");
        assertThat(file).doesNotExist();
    }

    @Test
    void comparingNamesTheElementsThatDiffer() throws IOException {
        Files.writeString(
                file,
                BPMN.formatted("theirs").replace("/></definitions>", "><task id=\"t\"/></process></definitions>"));
        seen();

        files.compare(session);

        assertThat(dialogs.differences)
                .extracting(difference -> difference.kind() + " " + difference.name())
                .containsExactly("CHANGED theirs", "ADDED t");
        assertThat(name()).isEqualTo("read");
    }

    @Test
    void whatWasOpenedComesBackWhateverWasSavedAndCanBeUndone() {
        session.execute(new RenameElement(PROCESS, "one"));
        files.save(session);
        session.execute(new RenameElement(PROCESS, "two"));
        dialogs.yes = true;

        files.discardToOpened(session);

        assertThat(name()).isEqualTo("read");
        assertThat(session.isDirty()).isTrue();
        assertThat(file).content().contains("one");
        session.undo();
        assertThat(name()).isEqualTo("two");
    }

    @Test
    void aClosedTabComesBackWithItsHistory() {
        session.execute(new RenameElement(PROCESS, "mine"));
        files.save(session);
        files.close(session);
        assertThat(workspace.documents()).isEmpty();

        files.reopenClosed();

        assertThat(workspace.activeSession()).containsSame(session);
        session.undo();
        assertThat(name()).isEqualTo("read");
    }

    @Test
    void aClosedTabWhoseFileChangedIsReadAnew() throws IOException {
        files.close(session);
        Files.writeString(file, BPMN.formatted("of another program"));

        files.reopenClosed();

        assertThat(workspace.activeSession().orElseThrow().diagram().label(PROCESS))
                .contains("of another program");
    }
}
