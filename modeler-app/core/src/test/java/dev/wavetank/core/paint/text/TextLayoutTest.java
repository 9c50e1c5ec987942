package dev.wavetank.core.paint.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Align;
import dev.wavetank.core.paint.Font;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextLayoutTest {
    private static final Bounds TASK = new Bounds(5, 5, 90, 70);

    private final SansMeasure measure = new SansMeasure();
    private final TextLayout layout = new TextLayout(measure);

    private static List<String> texts(TextBlock block) {
        return block.lines().stream().map(TextBlock.Line::text).toList();
    }

    private List<String> inTask(String text) {
        return texts(layout.inside(text, TASK, Font.LABEL, Align.CENTER, false));
    }

    @Test
    void widthsAreThoseOfArial() {
        assertThat(measure.width("Task", Font.LABEL)).isEqualTo((611 + 556 + 500 + 500) * 12 / 1000.0);
        assertThat(measure.width("审批", Font.LABEL)).isEqualTo(24);
        assertThat(measure.width("\u200b", Font.LABEL)).isZero();
    }

    @Test
    void shortNamesStayOnOneLineInTheMiddle() {
        TextBlock block = layout.inside("Task", TASK, Font.LABEL, Align.CENTER, false);

        assertThat(texts(block)).containsExactly("Task");
        assertThat(block.lines().getFirst().x()).isEqualTo(50);
        assertThat(block.bounds().center().y()).isEqualTo(40);
    }

    @Test
    void linesBreakAtSpacesAndAfterHyphens() {
        assertThat(inTask("Review and document result")).containsExactly("Review and", "document result");
        assertThat(inTask("Collapsed Sub-Process")).containsExactly("Collapsed Sub-", "Process");
        assertThat(inTask("two\nlines")).containsExactly("two", "lines");
    }

    @Test
    void chineseBreaksBetweenCharactersButNotBeforeAComma() {
        assertThat(inTask("审批采购申请并通知申请人")).containsExactly("审批采购申请并", "通知申请人");
        assertThat(inTask("审批采购申请并，通知申请人")).containsExactly("审批采购申请", "并，通知申请人");
        assertThat(inTask("审批采购申请「并通知申请人")).doesNotContain("审批采购申请「");
    }

    @Test
    void longWordsBreakAtTheirHumpsElseAnywhere() {
        assertThat(inTask("handleIncomingCustomerInvoices")).containsExactly("handleIncoming", "Customer", "Invoices");
        assertThat(String.join("", inTask("abcdefghijklmnopqrstuvwxyzabcdefghijkl")))
                .isEqualTo("abcdefghijklmnopqrstuvwxyzabcdefghijkl");
    }

    @Test
    void whatDoesNotFitShrinksAndIsCutAtLast() {
        String much = "word ".repeat(80);
        TextBlock block = layout.inside(much, TASK, Font.LABEL, Align.CENTER, false);

        assertThat(block.font().size()).isEqualTo(9);
        assertThat(block.bounds().height()).isLessThanOrEqualTo(TASK.height() + 0.5);
        assertThat(block.lines().getLast().text()).endsWith("…");
    }

    @Test
    void externalLabelsWrapAtNinety() {
        TextBlock block =
                layout.labelBelow("Boundary Intermediate Event Non-Interrupting Message", 0, 10, Font.EXTERNAL);

        assertThat(block.bounds().width()).isLessThanOrEqualTo(90);
        assertThat(block.bounds().y()).isEqualTo(10);
        assertThat(block.lines()).hasSizeGreaterThan(2);
    }

    @Test
    void noTextIsLostAndNoLineIsTooWide() {
        long seed = 7;
        var random = new Random(seed);
        String alphabet = "ab cdé-/ \nWi审批，。「」😀 x";
        int[] letters = alphabet.codePoints().toArray();

        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            double width = random.nextInt(10, 120);
            List<String> lines = new LineBreaker(measure).lines(text.toString(), width, Font.LABEL);

            assertThat(String.join("", lines).replaceAll("\\s", ""))
                    .as("seed %d, round %d, <%s> at %s", seed, round, text, width)
                    .isEqualTo(text.toString().replaceAll("\\s", ""));
            List<String> tooWide = lines.stream()
                    .filter(line -> measure.width(line, Font.LABEL) > width)
                    .filter(line -> line.codePointCount(0, line.length()) > 1)
                    .toList();
            assertThat(tooWide)
                    .as("seed %d, round %d, at %s", seed, round, width)
                    .isEmpty();
        }
    }
}
