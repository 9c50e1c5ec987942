package dev.wavetank.core.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgbTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#fff|ffffffff",
                "#1a2B3c|ff1a2b3c",
                " #1a2b3c80 |801a2b3c",
                "rgb(1, 2, 300)|ff0102ff",
                "Red|ffff0000",
                "none|0"
            })
    void readsWhatModellersWrite(String text, String expected) {
        assertThat(Argb.parse(text)).contains(Integer.parseUnsignedInt(expected, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#12", "#gggggg", "rgb(1,2)", "rgb(a,b,c)", "url(#x)", "#-12345"})
    void takesNothingElseForAColour(String text) {
        assertThat(Argb.parse(text)).isEmpty();
    }

    @Test
    void fadesAndMixes() {
        assertThat(Argb.fade(0xFF102030, 0.5)).isEqualTo(0x80102030);
        assertThat(Argb.mix(Argb.BLACK, Argb.WHITE, 0.5)).isEqualTo(0xFF808080);
        assertThat(Argb.hex(0x80102030)).isEqualTo("#102030");
    }
}
