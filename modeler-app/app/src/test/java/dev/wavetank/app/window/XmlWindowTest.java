package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.sample.GeneratedDiagram;
import dev.wavetank.core.edit.command.RenameElement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// The XML beside the canvas: typing changes the drawing, drawing changes the text, each shows the other's place.
class XmlWindowTest extends WindowTest {
    private static final ElementId TASK_1 = new ElementId("_ec59e164-68b4-4f94-98de-ffb1c58a84af");

    private CodeArea area() {
        return lookup("#xml-text").queryAs(CodeArea.class);
    }

    private DocumentSession openXml(Path file) {
        DocumentSession session = open(file);
        interact(() -> desktop.reveal("xml"));
        eventually(() -> area().getLength() > 0);
        return session;
    }

    private void type(String before, String after) {
        interact(() -> {
            int at = area().getText().indexOf(before);
            assertThat(at).as(before).isNotNegative();
            area().replaceText(at, at + before.length(), after);
        });
    }

    private static String label(DocumentSession session) {
        return session.diagram().label(TASK_1).orElse("");
    }

    @Test
    void whatIsTypedIsDrawnAsOneStepAndLeavesEveryOtherByteAlone() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        String original = Files.readString(file).replace("\r\n", "\n").replace("\n", "\r\n");
        Files.writeString(file, original);
        DocumentSession session = openXml(file);

        type("name=\"Task 1\"", "name=\"Typed\"");
        eventually(() -> label(session).equals("Typed"));
        assertThat(session.editor().history().depth()).isEqualTo(1);
        interact(() -> desktop.files().save(session));

        assertThat(Files.readAllBytes(file))
                .isEqualTo(original.replace("name=\"Task 1\"", "name=\"Typed\"").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsSavedHoldsTheLastWordThatWasTyped() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        DocumentSession session = openXml(file);

        interact(() -> {
            int at = area().getText().indexOf("Task 1");
            area().replaceText(at, at + 6, "Just typed");
            desktop.files().save(session);
        });

        assertThat(Files.readString(file)).contains("name=\"Just typed\"");
        assertThat(session.isDirty()).isFalse();
    }

    @Test
    void aTextThatIsNotValidSaysWhereAndLeavesTheDiagram() throws IOException {
        DocumentSession session = openXml(corpus("miwg/A.1.0.bpmn"));
        var before = session.diagram();

        type("name=\"Task 1\"", "name=\"Task 1");

        eventually(() -> shown("#xml-problem"));
        assertThat(lookup("#xml-problem").queryAs(Label.class).getText()).contains("line");
        assertThat(session.diagram()).isSameAs(before);
        eventually(() -> area().getParagraphs().stream()
                .anyMatch(line -> line.getParagraphStyle().contains("xml-error")));

        type("name=\"Task 1", "name=\"Task 1\"");
        eventually(() -> !shown("#xml-problem"));
        assertThat(session.isDirty()).isFalse();
    }

    @Test
    void drawingAndTypingAreUndoneInOneOrder() throws IOException {
        DocumentSession session = openXml(corpus("miwg/A.1.0.bpmn"));
        interact(() -> session.execute(new RenameElement(TASK_1, "Drawn")));
        eventually(() -> area().getText().contains("name=\"Drawn\""));
        type("name=\"Drawn\"", "name=\"Typed\"");
        eventually(() -> label(session).equals("Typed"));

        interact(area()::requestFocus);
        push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> label(session).equals("Drawn") && area().getText().contains("name=\"Drawn\""));
        push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> label(session).equals("Task 1") && area().getText().contains("name=\"Task 1\""));
        push(KeyCode.CONTROL, KeyCode.Y);
        push(KeyCode.CONTROL, KeyCode.Y);
        eventually(() -> label(session).equals("Typed") && area().getText().contains("name=\"Typed\""));
    }

    @Test
    void drawingElsewhereKeepsWhatIsTypedAndNotYetValid() throws IOException {
        DocumentSession session = openXml(corpus("miwg/A.1.0.bpmn"));
        type("name=\"Task 2\"", "name=\"Task 2");
        eventually(() -> shown("#xml-problem"));

        interact(() -> session.execute(new RenameElement(TASK_1, "Drawn")));
        eventually(() -> area().getText().contains("name=\"Drawn\""));
        assertThat(area().getText()).contains("name=\"Task 2 ").doesNotContain("name=\"Task 2\"");

        type("name=\"Task 2", "name=\"Second\"");
        eventually(() -> session.diagram().document().text().contains("name=\"Second\""));
        assertThat(label(session)).isEqualTo("Drawn");
    }

    @Test
    void theSelectionIsMarkedInTheTextAndTheCursorSelectsOnTheCanvas() throws IOException {
        DocumentSession session = openXml(corpus("miwg/A.1.0.bpmn"));

        interact(() -> session.selectionProperty().set(Set.of(TASK_1)));
        eventually(() -> area().getParagraphs().stream()
                .anyMatch(line -> line.getParagraphStyle().contains("xml-selected")
                        && line.getText().contains("Task 1")));

        interact(() -> {
            area().requestFocus();
            area().moveTo(area().getText().indexOf("Task 2"));
        });
        eventually(() -> session.selectionProperty().get().stream()
                .anyMatch(id ->
                        session.diagram().label(id).filter("Task 2"::equals).isPresent()));
    }

    @Test
    void aLargeFileIsTypedInWithoutHoldingUpTheWindow() throws IOException {
        DocumentSession session = openXml(Files.write(folder.resolve("large.bpmn"), GeneratedDiagram.of(5000)));
        String id = GeneratedDiagram.id(2500);
        var longest = new long[1];

        for (String letter : "abcdefgh".split("")) {
            interact(() -> {
                int at = area().getText().indexOf("id=\"" + id + "\"") + 5 + id.length();
                long start = System.nanoTime();
                area().insertText(at, " " + letter + "=\"1\"");
                longest[0] = Math.max(longest[0], System.nanoTime() - start);
            });
        }

        eventually(() -> session.diagram()
                .element(new ElementId(id))
                .flatMap(element -> element.attribute("h"))
                .isPresent());
        assertThat(TimeUnit.NANOSECONDS.toMillis(longest[0])).isLessThan(1000);
    }
}
