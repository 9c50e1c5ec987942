package dev.wavetank.app.feature.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextChangeTest {
    private static String applied(String text, TextChange change) {
        return text.substring(0, change.from()) + change.text() + text.substring(change.to());
    }

    @Test
    void theSmallestChangeMakesTheOneTextOfTheOther() {
        TextChange change = TextChange.between("one two three", "one 2 three");

        assertThat(change).isEqualTo(new TextChange(4, 7, "2"));
        assertThat(TextChange.between("same", "same").isNothing()).isTrue();
    }

    @Test
    void severalChangesInARowAreOne() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String before = "abcdefghijklmnopqrstuvwxyz";
            var text = new StringBuilder(before);
            TextChange sum = null;
            for (int step = 0; step < 5; step++) {
                int at = random.nextInt(text.length() + 1);
                int removed = random.nextInt(Math.min(4, text.length() - at) + 1);
                String inserted = "XYZ".substring(random.nextInt(4));
                text.replace(at, at + removed, inserted);
                sum = sum == null
                        ? new TextChange(at, at + removed, inserted)
                        : sum.then(at, removed, inserted.length(), text::substring);
            }

            assertThat(applied(before, sum)).as("seed " + seed).isEqualTo(text.toString());
        }
    }

    @Test
    void changesAtDifferentPlacesCanBothBeHad() {
        var typed = new TextChange(10, 12, "typed");
        var drawn = new TextChange(2, 3, "drawn");
        String before = "0123456789ABCDEF";

        assertThat(typed.isApartFrom(drawn)).isTrue();
        assertThat(applied(applied(before, drawn), typed.after(drawn)))
                .isEqualTo(applied(applied(before, typed), drawn.after(typed)))
                .isEqualTo("01drawn3456789typedCDEF");
        assertThat(typed.isApartFrom(new TextChange(12, 13, ""))).isFalse();
    }

    @Test
    void otherLineEndsStay() {
        LineEnds lines = LineEnds.of("a\r\nb\nc\r\nd");

        LineEnds changed = lines.with(lines.shown().indexOf('c'), lines.shown().indexOf('c') + 1, "x\ny");

        assertThat(lines.shown()).isEqualTo("a\nb\nc\nd");
        assertThat(changed.original()).isEqualTo("a\r\nb\nx\r\ny\r\nd");
        assertThat(changed.inShown(changed.original().indexOf('d')))
                .isEqualTo(changed.shown().indexOf('d'));
        assertThat(changed.inOriginal(changed.shown().indexOf('d')))
                .isEqualTo(changed.original().indexOf('d'));
    }
}
