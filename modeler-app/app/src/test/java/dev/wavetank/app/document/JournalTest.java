package dev.wavetank.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    /// Above any process id that Linux, macOS or Windows give.
    private static final String NOBODY = "999999999";

    @TempDir
    Path folder;

    @Test
    void ownEntriesAreNotLeftBehind() throws IOException {
        var journal = new Journal(folder);

        journal.write("doc", Optional.of(Path.of("/tmp/a.bpmn")), Optional.empty(), "<a/>".getBytes());

        assertThat(journal.leftBehind()).isEmpty();
    }

    @Test
    void entriesOfAnEndedProgramAreLeftBehind() throws IOException {
        Files.writeString(folder.resolve(NOBODY + "-doc.bpmn"), "<a/>");
        Files.writeString(folder.resolve(NOBODY + "-doc.origin"), "/tmp/a.bpmn");

        var found = new Journal(folder).leftBehind();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().origin()).contains(Path.of("/tmp/a.bpmn"));
        assertThat(found.getFirst().content()).asString().isEqualTo("<a/>");
    }

    @Test
    void aForgottenEntryIsGoneWithItsOrigin() throws IOException {
        var journal = new Journal(folder);
        journal.write("doc", Optional.empty(), Optional.empty(), "<a/>".getBytes());

        journal.forget("doc");

        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void aDamagedEntryHidesNeitherItsContentNorTheOthers() throws IOException {
        Files.writeString(folder.resolve(NOBODY + "-a.bpmn"), "<a/>");
        Files.writeString(folder.resolve(NOBODY + "-a.origin"), "/tmp/\0.bpmn");
        Files.createDirectory(folder.resolve(NOBODY + "-b.bpmn"));
        Files.writeString(folder.resolve(NOBODY + "-c.bpmn"), "<c/>");

        assertThat(new Journal(folder).leftBehind())
                .extracting(found -> new String(found.content()))
                .containsExactlyInAnyOrder("<a/>", "<c/>");
    }

    /// A crash, a change by another program, and only then the next start: what the file is like now says nothing
    /// about what it was like when the changes were made.
    @Test
    void aFileThatWasChangedAfterTheCrashIsKnownToBeAnotherOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bpmn"), "<a/>");
        var journal = new Journal(folder.resolve("journal"));
        journal.write("doc", Optional.of(file), FileStamp.of(file), "<mine/>".getBytes());
        endProgram();

        assertThat(journal.leftBehind()).singleElement().matches(entry -> !entry.originChanged());
        Files.writeString(file, "<another/>");
        assertThat(journal.leftBehind()).singleElement().matches(Journal.LeftBehind::originChanged);
    }

    /// Its entries look as if another process had written them.
    private void endProgram() throws IOException {
        Path journal = folder.resolve("journal");
        for (String name : journal.toFile().list()) {
            Files.move(journal.resolve(name), journal.resolve(NOBODY + name.substring(name.indexOf('-'))));
        }
    }
}
