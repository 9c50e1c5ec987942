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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingOverChangesTest {
    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="%s"/></definitions>
            """;

    @TempDir
    Path folder;

    private final FakeDialogs answers = new FakeDialogs();
    private final Workspace workspace = new Workspace();
    private Path file;
    private DocumentFiles files;
    private DocumentSession session;

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(folder.resolve("a.bpmn"), BPMN.formatted("read"));
        files = new DocumentFiles(
                workspace,
                new CurrentThreadTasks(),
                new Messages(Locale.ENGLISH),
                answers,
                new Journal(folder.resolve("journal")),
                UnaryOperator.identity(),
                new RecentFiles(new CurrentThreadTasks(), new Messages(Locale.ENGLISH), List.of(), List.of()));
        files.open(file);
        session = workspace.activeSession().orElseThrow();
        session.execute(new RenameElement(new ElementId("p"), "mine"));
    }

    @Test
    void whatAnotherProgramWroteIsNotReplacedUnasked() throws IOException {
        Files.writeString(file, BPMN.formatted("of another program"));

        assertThat(files.save(session)).isFalse();

        assertThat(answers.questions).singleElement().asString().contains("a.bpmn", "Save as");
        assertThat(file).content().contains("of another program");
        assertThat(session.isDirty()).isTrue();
    }

    @Test
    void aNoticeThatWasSeenDoesNotCountAsAnAnswer() throws IOException {
        Files.writeString(file, BPMN.formatted("of another program"));
        session.seenOnDisk(file, session.seenStamp(), FileStamp.of(file), Optional.of(new Outside.Changed()));

        assertThat(files.save(session)).isFalse();

        assertThat(file).content().contains("of another program");
    }

    @Test
    void savesOverItOnceToldToAndThenWithoutAsking() throws IOException {
        Files.writeString(file, BPMN.formatted("of another program"));
        answers.yes = true;

        assertThat(files.save(session)).isTrue();
        session.execute(new RenameElement(new ElementId("p"), "mine again"));
        assertThat(files.save(session)).isTrue();

        assertThat(answers.questions).hasSize(1);
        assertThat(file).content().contains("mine again");
    }

    @Test
    void aFolderThatIsGoneEndsAsASentence() throws IOException {
        Files.delete(file);
        Path gone = folder.resolve("gone").resolve("b.bpmn");
        answers.target = Optional.of(gone);

        assertThat(files.saveAs(session)).isFalse();

        assertThat(answers.errors)
                .containsExactly(gone
                        + " could not be saved: its folder does not exist. Save it somewhere else with \"Save as\".");
        assertThat(session.isDirty()).isTrue();
    }
}
