package dev.wavetank.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "7", "-12", "999999999", "1234567890", "100.0", "-3.25", "1e3", " 12 ", "+5"})
    void isReadAsJavaReadsIt(String text) {
        assertThat(Numbers.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--1", "1-", "12px", "١٢", "1,5", "NaN"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(Numbers.parse(text)).isNaN();
    }

    @Test
    void anyNumberThatIsWrittenIsReadTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            String text = random.nextBoolean() ? "" + random.nextInt() : "" + random.nextGaussian() * 1000;
            assertThat(Numbers.parse(text)).as("%s, seed %d", text, seed).isEqualTo(Double.parseDouble(text));
        }
    }
}
