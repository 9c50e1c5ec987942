package dev.wavetank.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.CurrentThreadTasks;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.RenameElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private final Answers answers = new Answers();
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
                List.of());
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
        session.seenOnDisk(FileStamp.of(file));

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

    private static final class Answers implements Dialogs {
        final List<String> questions = new ArrayList<>();
        final List<String> errors = new ArrayList<>();
        Optional<Path> target = Optional.empty();
        boolean yes;

        @Override
        public List<Path> chooseToOpen() {
            return List.of();
        }

        @Override
        public Optional<Path> chooseToSave(String suggestedName, List<String> extensions) {
            return target;
        }

        @Override
        public Unsaved unsaved(String title) {
            return Unsaved.CANCEL;
        }

        @Override
        public boolean confirm(String question, String action) {
            questions.add(question);
            return yes;
        }

        @Override
        public void error(String sentence) {
            errors.add(sentence);
        }
    }
}
