package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Copy, cut, paste and duplicate through the clipboard of the system.
class ClipboardWindowTest extends WindowTest {
    private static final ElementId TASK_1 = new ElementId("_ec59e164-68b4-4f94-98de-ffb1c58a84af");
    private static final ElementId TASK_2 = new ElementId("_820c21c0-45f3-473b-813f-06381cc637cd");

    private void select(DocumentSession session, ElementId... ids) {
        interact(() -> {
            session.selectionProperty().set(Set.of(ids));
            canvas().requestFocus();
        });
    }

    private static long named(DocumentSession session, String name) {
        return session.diagram().elements().stream()
                .map(BpmnElement::name)
                .filter(Optional.of(name)::equals)
                .count();
    }

    private void paste() {
        push(KeyCode.CONTROL, KeyCode.V);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void clipboard(String text) {
        interact(() -> Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    @Test
    void whatIsPastedFollowsTheMouseAndIsPutDownByAClick() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        Point2D place = at(TASK_1.value()).add(0, 180);
        select(session, TASK_1);

        push(KeyCode.CONTROL, KeyCode.C);
        moveTo(place.add(60, 0));
        paste();
        eventually(() -> canvas().isCarrying());
        assertThat(named(session, "Task 1")).isOne();
        clickOn(place);

        eventually(() -> named(session, "Task 1") == 2);
        ElementId copy = session.selectionProperty().get().iterator().next();
        assertThat(at(copy.value()).distance(place)).isLessThan(3);
        String text = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(text).startsWith("<").contains("Task 1");
    }

    @Test
    void pastingTwicePutsItDownBesideTheOriginal() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_1, TASK_2);

        push(KeyCode.CONTROL, KeyCode.C);
        paste();
        paste();

        eventually(() -> named(session, "Task 1") == 2);
        var before = session.diagram().shape(TASK_1).orElseThrow().bounds();
        assertThat(session.selectionProperty().get()).hasSize(2);
        assertThat(session.diagram()
                        .shapes(session.selectionProperty().get().iterator().next()))
                .isNotEmpty();
        assertThat(session.selectionProperty().get().stream()
                        .map(id -> session.diagram().shape(id).orElseThrow().bounds()))
                .contains(before.translate(20, 20));
    }

    @Test
    void whatWasCutHereIsPastedInAnotherTab() throws IOException {
        DocumentSession first = open(corpus("miwg/A.1.0.bpmn"));
        select(first, TASK_1);
        push(KeyCode.CONTROL, KeyCode.X);
        eventually(() -> first.diagram().element(TASK_1).isEmpty());

        DocumentSession second = open(corpus("miwg/A.2.0.bpmn"));
        long before = named(second, "Task 1");
        select(second);
        paste();
        clickOn(canvas(), javafx.scene.input.MouseButton.PRIMARY);

        interact(() -> canvas().requestFocus());
        paste();
        paste();
        eventually(() -> named(second, "Task 1") > before);
    }

    @Test
    void duplicateMakesACopyAtOnceAndOneUndoTakesItBack() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_1);

        push(KeyCode.CONTROL, KeyCode.D);
        eventually(() -> named(session, "Task 1") == 2);
        push(KeyCode.CONTROL, KeyCode.Z);

        eventually(() -> named(session, "Task 1") == 1);
        assertThat(session.isDirty()).isFalse();
    }

    @Test
    void theTextOfAForeignFileWithoutADrawingIsPasted() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        clipboard("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
                  <process id="P"><task id="T" name="From a mail"/><endEvent id="E"/>
                  <sequenceFlow id="F" sourceRef="T" targetRef="E"/></process>
                </definitions>""");
        select(session);

        paste();
        paste();

        eventually(() -> named(session, "From a mail") == 1);
        assertThat(session.selectionProperty().get()).hasSize(2);
    }

    @Test
    void whatIsNoDiagramGivesASentence() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));

        for (String text : List.of(
                "hello",
                "<definitions",
                "<!DOCTYPE x [<!ENTITY a \"b\">]><definitions/>",
                "{\"version\":1,\"bpmn\":\"<a>\"}",
                "<html><body>no</body></html>")) {
            clipboard(text);
            select(session);
            paste();
            eventually(() -> lookup(".info-bar.warning .label").queryAllAs(Label.class).stream()
                    .anyMatch(label -> label.getText().contains("paste again")));
            assertThat(lookup(".info-bar.warning").queryAll()).as(text).hasSize(1);
        }
        assertThat(session.isDirty()).isFalse();
    }

    @Test
    void aPictureOfTheSelectionGoesToTheClipboard() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_1);

        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);

        eventually(() -> Clipboard.getSystemClipboard().hasImage());
        double width = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getImage().getWidth());
        double task = session.diagram().shape(TASK_1).orElseThrow().bounds().width();
        assertThat(width).isBetween(task * 2, task * 2 + 50);
    }
}
