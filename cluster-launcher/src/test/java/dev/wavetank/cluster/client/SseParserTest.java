package dev.wavetank.cluster.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SseParserTest {
    /// Each row: the stream with ~ for a line's end, the events' data apart by |.
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            data: one~~data: two~~              ; one|two
            data:one~~                          ; one
            data:  one~~                        ; ' one'
            id: 7~event: x~data: one~~          ; one
            : beat~~: beat~~data: one~~         ; one
            data: one~data: two~~               ; one/two
            data~~data: x~~                     ; |x
            data: never ended                   ;
            """)
    void eventsAreCutAsTheStandardSays(String stream, String expected) throws Exception {
        List<String> events = new ArrayList<>();

        SseParser.read(in(stream.replace('~', '\n')), () -> {}, events::add);

        assertThat(events.stream().map(event -> event.replace('\n', '/')).toList())
                .isEqualTo(expected == null ? List.of() : Arrays.asList(expected.split("\\|", -1)));
    }

    @Test
    void commentsAreASignOfLife() throws Exception {
        AtomicInteger signs = new AtomicInteger();

        SseParser.read(in(": beat\n\n: beat\n\n"), signs::incrementAndGet, event -> {});

        assertThat(signs).hasValue(4);
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
