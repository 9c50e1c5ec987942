package dev.wavetank.core.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
    static List<Path> files() {
        return Corpus.files();
    }

    @Test
    void theCorpusIsThere() {
        assertThat(files()).hasSizeGreaterThan(450);
    }

    @ParameterizedTest
    @MethodSource("files")
    void opensAndSavesByteEqual(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);

        Diagram diagram = Diagram.read(bytes);

        assertThat(diagram.document().bytes()).isEqualTo(bytes);
        assertThat(diagram.findings()).doesNotContainNull();
    }

    @ParameterizedTest
    @MethodSource("files")
    void savesByteEqualWhenEveryElementGoesThroughTheWriter(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        XmlDocument document = new XmlReader().read(bytes);

        XmlDocument loose = document.withRoot(document.root().unpinned(), document.nextKey());

        assertThat(loose.bytes()).isEqualTo(bytes);
    }
}
