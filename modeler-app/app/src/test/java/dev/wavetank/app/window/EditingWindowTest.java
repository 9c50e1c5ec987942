package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/// Drawing with mouse and keyboard in a real window.
class EditingWindowTest extends WindowTest {
    private static final String TASK_1 = "_ec59e164-68b4-4f94-98de-ffb1c58a84af";
    private static final String TASK_2 = "_820c21c0-45f3-473b-813f-06381cc637cd";
    private static final String TASK_3 = "_e70a6fcb-913c-4a7b-a65d-e83adc73d69c";

    private Bounds bounds(DocumentSession session, String id) {
        return session.diagram().shape(new ElementId(id)).orElseThrow().bounds();
    }

    @Test
    void aMoveChangesOnlyItsLinesAndUndoesToTheSameBytes() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        byte[] original = Files.readAllBytes(file);
        DocumentSession session = open(file);
        Bounds before = bounds(session, TASK_2);

        drag(at(TASK_2)).dropTo(at(TASK_2).add(40, 120));

        eventually(() -> bounds(session, TASK_2).y() > before.y() + 100);
        assertThat(session.isDirty()).isTrue();
        push(KeyCode.CONTROL, KeyCode.S);
        eventually(() -> !session.isDirty());
        List<String> saved = Files.readAllLines(file);
        List<String> old = new String(original).lines().toList();
        List<String> vanished = new ArrayList<>(old);
        saved.forEach(vanished::remove);
        assertThat(vanished)
                .as("lines of the file that the move rewrote")
                .isNotEmpty()
                .allMatch(line -> line.contains("Bounds") || line.contains("waypoint"));

        push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> bounds(session, TASK_2).equals(before));
        push(KeyCode.CONTROL, KeyCode.S);
        eventually(() -> !session.isDirty());
        assertThat(Files.readAllBytes(file)).isEqualTo(original);
    }

    @Test
    void escapeGivesAMoveUp() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        Bounds before = bounds(session, TASK_2);

        drag(at(TASK_2)).moveBy(0, 60).moveBy(0, 60);
        push(KeyCode.ESCAPE);
        drop();

        assertThat(bounds(session, TASK_2)).isEqualTo(before);
        assertThat(session.isDirty()).isFalse();
    }

    @Test
    void aDoubleClickRenamesInPlace() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));

        doubleClickUntil(TASK_1, () -> shown("#label-editor"));
        write("Pack it");
        push(KeyCode.ENTER);

        eventually(
                () -> session.diagram().label(new ElementId(TASK_1)).orElse("").equals("Pack it"));
        assertThat(session.editor().history().depth()).isEqualTo(1);
    }

    @Test
    void thePaletteCreatesAndTheNewElementCanBeConnected() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        Point2D below = at(TASK_2).add(0, 180);

        clickOn("#palette-userTask");
        clickOn(below);
        eventually(() -> users(session).size() == 1);
        BpmnElement created = users(session).getFirst();
        assertThat(session.selectionProperty().get()).isEqualTo(Set.of(created.id()));

        clickOn("#palette-connect");
        drag(at(TASK_1)).dropTo(at(created.id().value()));
        eventually(() -> session.diagram().outgoing(new ElementId(TASK_1)).size() == 2);
        push(KeyCode.ESCAPE);
    }

    private static List<BpmnElement> users(DocumentSession session) {
        return session.diagram().elements().stream()
                .filter(element -> element.type() == BpmnType.USER_TASK)
                .toList();
    }

    @Test
    void theContextPadAppendsAndDeleteHealsTheFlow() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));

        clickOn(at(TASK_3));
        eventually(() -> shown("#pad-append-gateway"));
        clickOn("#pad-append-gateway");
        eventually(() -> session.diagram().outgoing(new ElementId(TASK_3)).size() == 2);

        clickOn(at(TASK_2));
        push(KeyCode.DELETE);
        eventually(() -> session.diagram().element(new ElementId(TASK_2)).isEmpty());
        assertThat(session.diagram().outgoing(new ElementId(TASK_1)))
                .singleElement()
                .satisfies(flow -> assertThat(session.diagram().element(flow).flatMap(BpmnElement::target))
                        .contains(new ElementId(TASK_3)));
    }

    @Test
    void theLassoAndTheKeyboardSelect() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));

        moveTo(at(TASK_1).add(-70, -90));
        press(KeyCode.SHIFT).press(MouseButton.PRIMARY);
        moveTo(at(TASK_2).add(70, 90));
        release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
        eventually(() ->
                session.selectionProperty().get().containsAll(Set.of(new ElementId(TASK_1), new ElementId(TASK_2))));
        assertThat(session.selectionProperty().get()).doesNotContain(new ElementId(TASK_3));

        push(KeyCode.ESCAPE);
        push(KeyCode.TAB);
        push(KeyCode.TAB);
        eventually(() -> session.selectionProperty().get().equals(Set.of(new ElementId(TASK_1))));
        assertThat(canvas().getAccessibleText()).contains("Task 1");
    }

    @Test
    void theWheelZoomsAroundTheMouse() throws IOException {
        open(corpus("miwg/A.1.0.bpmn"));
        double before = canvas().model().viewport().scale();
        Point2D point = at(TASK_2);

        moveTo(point);
        press(KeyCode.CONTROL);
        scroll(2, javafx.geometry.VerticalDirection.UP);
        release(KeyCode.CONTROL);

        eventually(() -> canvas().model().viewport().scale() != before);
        assertThat(at(TASK_2).distance(point)).isLessThan(2);
        push(KeyCode.CONTROL, KeyCode.DIGIT0);
        eventually(() -> canvas().model().viewport().scale() == 1);
    }
}
