package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.edit.Converter.Conversion;
import dev.wavetank.core.edit.Converter.Mode;
import dev.wavetank.core.xml.XmlElement;
import dev.wavetank.core.xml.XmlNode;
import dev.wavetank.core.xml.XmlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConverterTest {
    static List<Path> files() {
        return Corpus.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyElementGoesThroughTheWriterAndTheBytesStay(Path file) throws Exception {
        byte[] input = Files.readAllBytes(file);

        Conversion conversion = new Converter().convert(input, Mode.FAITHFUL);

        assertThat(conversion.bytes()).isEqualTo(input);
        assertThat(conversion.identical()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("files")
    void retypingKeepsEveryNameValueAndText(Path file) throws Exception {
        Diagram before = Diagram.read(file);

        Diagram after = Diagram.read(
                new Converter().convert(before, Mode.RETYPED).document().bytes());

        assertThat(content(after.document().root()))
                .isEqualTo(content(before.document().root()));
    }

    private static List<Object> content(XmlElement element) {
        List<Object> content = new ArrayList<>();
        collect(element, content);
        return content;
    }

    private static void collect(XmlElement element, List<Object> into) {
        into.add(element.name());
        into.add(element.attributes());
        for (XmlNode node : element.content()) {
            switch (node) {
                case XmlElement child -> collect(child, into);
                case XmlText text -> into.add(text.kind() + text.value());
            }
        }
    }
}
