package dev.wavetank.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.web.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    @Test
    void aFewKilobytesThatUnpackToMuchAreRefused() throws IOException {
        byte[] bomb = zip(64 * 1024 * 1024, "a.bpmn");

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> Bundle.unpack(bomb))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("MiB");
    }

    @Test
    void muchInManyFilesIsRefusedToo() throws IOException {
        String[] names = IntStream.range(0, 40).mapToObj(i -> i + ".bpmn").toArray(String[]::new);

        assertThatThrownBy(() -> Bundle.unpack(zip(1024 * 1024, names)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("MiB");
        assertThatThrownBy(() -> Bundle.unpack(zip(
                        1, IntStream.range(0, 300).mapToObj(i -> i + ".bpmn").toArray(String[]::new))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("200 files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.bpmn", "x/../../a.bpmn", "/etc/a.bpmn", "c:\\a.bpmn", "a\nb.bpmn", "a\u0000.bpmn"})
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        assertThatThrownBy(() -> Bundle.unpack(zip(1, name)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("name");
    }

    private static byte[] zip(int size, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(new byte[size]);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
