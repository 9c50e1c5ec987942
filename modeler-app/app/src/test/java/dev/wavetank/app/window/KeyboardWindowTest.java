package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.geometry.Bounds;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A person who has no mouse.
class KeyboardWindowTest extends DrawingTest {
    private static final int ENOUGH = 12;

    /// Where the mouse is in nobody's way: the status bar. Over the menu bar it would draw the arrows to the menus.
    private Point2D aside() {
        return new Point2D(stage.getX() + 300, stage.getY() + stage.getHeight() - 5);
    }

    private Bounds bounds(DocumentSession session, ElementId id) {
        return session.diagram().shape(id).orElseThrow().bounds();
    }

    /// Goes on by Tab, or back with Shift, until the element is reached.
    private void goTo(DocumentSession session, ElementId wanted, KeyCode... keys) {
        for (int i = 0; i < ENOUGH && !session.selectionProperty().get().contains(wanted); i++) {
            key(keys);
        }
        assertThat(session.selectionProperty().get()).containsExactly(wanted);
    }

    /// Connects what is selected with another element.
    private void connectWith(ElementId target) {
        key(KeyCode.C);
        for (int i = 0; i < ENOUGH && !isAimedAt(target); i++) {
            key(KeyCode.TAB);
        }
        assertThat(isAimedAt(target)).isTrue();
        key(KeyCode.ENTER);
    }

    private boolean isAimedAt(ElementId target) {
        return canvas().model().hoveredProperty().get().equals(Optional.of(target));
    }

    @Test
    void aProcessWithAGatewayALoopAndATimerIsDrawnByKeysAlone() throws IOException {
        DocumentSession session = newDiagram();
        moveTo(aside());

        key(KeyCode.TAB);
        rename(session, "Order");
        choose(KeyCode.A, "user task", "user-task");
        ElementId check = type(session, "Check");
        choose(KeyCode.A, "exclusive", "exclusive-gateway");
        ElementId gateway = type(session, "Complete?");
        choose(KeyCode.A, "end event", "end-event");
        type(session, "Done");

        goTo(session, gateway, KeyCode.SHIFT, KeyCode.TAB);
        key(KeyCode.F);
        rename(session, "yes");
        key(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(selected(session)).isEqualTo(gateway);

        connectWith(check);
        eventually(() -> session.diagram().outgoing(gateway).size() == 2);
        key(KeyCode.F);
        key(KeyCode.F);
        rename(session, "no");
        key(KeyCode.TAB);
        assertThat(selected(session)).as("a flow leads on to its target").isEqualTo(check);

        choose(KeyCode.A, "timer boundary", "boundary-timer");
        ElementId timer = type(session, "a day");
        assertThat(element(session, timer).attachedTo()).contains(check);
        choose(KeyCode.A, "end event", "end-event");
        ElementId late = type(session, "Too late");
        Bounds before = bounds(session, late);
        key(KeyCode.SHIFT, KeyCode.DOWN);
        eventually(() -> bounds(session, late).y() == before.y() + 10);

        goTo(session, check, KeyCode.SHIFT, KeyCode.TAB);
        Bounds size = bounds(session, check);
        key(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        eventually(() -> bounds(session, check).width() == size.width() + 10);

        List<String> flows = session.diagram().elements().stream()
                .filter(it -> it.type() == BpmnType.SEQUENCE_FLOW)
                .map(flow -> name(session, flow.source()) + " " + flow.name().orElse("-") + " "
                        + name(session, flow.target()))
                .toList();
        assertThat(flows)
                .containsExactlyInAnyOrder(
                        "Order - Check",
                        "Check - Complete?",
                        "Complete? yes Done",
                        "Complete? no Check",
                        "a day - Too late");
        key(KeyCode.CONTROL, KeyCode.S);
        eventually(() -> !session.isDirty());
    }

    private static String name(DocumentSession session, Optional<ElementId> id) {
        return id.flatMap(session.diagram()::element).flatMap(BpmnElement::name).orElse("?");
    }

    @Test
    void anEndOfAFlowGoesToAnotherElementByKeys() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        ElementId flow = session.diagram().elements().stream()
                .filter(it -> it.type() == BpmnType.SEQUENCE_FLOW)
                .map(BpmnElement::id)
                .findFirst()
                .orElseThrow();
        Optional<ElementId> before = element(session, flow).target();
        interact(() -> session.selectionProperty().set(Set.of(flow)));
        interact(canvas()::requestFocus);
        moveTo(aside());

        key(KeyCode.T);
        key(KeyCode.TAB);
        Optional<ElementId> aimed = canvas().model().hoveredProperty().get();
        assertThat(aimed).isPresent().isNotEqualTo(before);
        key(KeyCode.ESCAPE);
        assertThat(element(session, flow).target()).isEqualTo(before);

        key(KeyCode.T);
        key(KeyCode.TAB);
        key(KeyCode.ENTER);
        eventually(() -> element(session, flow).target().equals(aimed));
        key(KeyCode.SHIFT, KeyCode.T);
        Optional<ElementId> source = canvas().model().hoveredProperty().get();
        key(KeyCode.ENTER);
        eventually(() -> element(session, flow).source().equals(source));
        assertThat(session.selectionProperty().get()).containsExactly(flow);
    }

    @Test
    void whatIsCarriedIsMovedByArrowsAndThePadIsReachedByKey() throws IOException {
        DocumentSession session = emptySheet();
        moveTo(aside());

        choose(KeyCode.N, "pool", "participant");
        key(KeyCode.SHIFT, KeyCode.UP);
        key(KeyCode.LEFT);
        key(KeyCode.ENTER);
        eventually(() -> session.diagram().elements().stream().anyMatch(it -> it.type() == BpmnType.PARTICIPANT));
        ElementId pool = selected(session);
        assertThat(bounds(session, pool).center().y())
                .isLessThan(canvas().model().viewport().visible().center().y() - 30);

        key(KeyCode.P);
        eventually(() -> lookup("#context-pad .button").queryAll().stream().anyMatch(javafx.scene.Node::isFocused));
        for (int i = 0; i < ENOUGH && !lookup("#pad-divide-two").query().isFocused(); i++) {
            key(KeyCode.RIGHT);
        }
        key(KeyCode.SPACE);
        eventually(() -> Lanes.inside(session.diagram(), pool).size() == 2);
        eventually(() -> canvas().isFocused());

        key(KeyCode.P);
        eventually(() -> !canvas().isFocused());
        key(KeyCode.ESCAPE);
        eventually(() -> canvas().isFocused());
        assertThat(session.selectionProperty().get()).containsExactly(pool);
    }
}
