package dev.wavetank.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesTheContentAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bpmn"), "old");

        AtomicFile.write(file, "new".getBytes());

        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("a.bpmn");
    }

    @Test
    void keepsThePermissionsOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bpmn"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

        AtomicFile.write(file, "new".getBytes());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void writesThroughASymbolicLink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.bpmn"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.bpmn"), file);

        AtomicFile.write(link, "new".getBytes());

        assertThat(file).hasContent("new");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void anOldFileSurvivesAFailure() throws IOException {
        Path missing = folder.resolve("missing").resolve("a.bpmn");

        assertThatThrownBy(() -> AtomicFile.write(missing, "new".getBytes())).isInstanceOf(IOException.class);

        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void savesFilesWithTheLongestNames() throws IOException {
        Path file = folder.resolve("x".repeat(250) + ".bpmn");

        AtomicFile.write(file, "new".getBytes());

        assertThat(file).hasContent("new");
    }
}
