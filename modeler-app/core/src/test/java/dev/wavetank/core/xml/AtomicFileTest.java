package dev.wavetank.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesTheContentAndLeavesNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("a.bpmn"), "old");

        AtomicFile.write(file, "new".getBytes());

        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("a.bpmn");
    }

    @Test
    void keepsPermissionsAndLinks() throws Exception {
        Path file = Files.writeString(folder.resolve("a.bpmn"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.bpmn"), file);

        AtomicFile.write(link, "new".getBytes());

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void aFolderThatIsNotThereIsToldInOneSentence() {
        Path file = folder.resolve("missing/a.bpmn");

        assertThatThrownBy(() -> AtomicFile.write(file, new byte[1]))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("cannot be written");
    }
}
