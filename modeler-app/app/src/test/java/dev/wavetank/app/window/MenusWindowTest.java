package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnElement.Loop;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.interaction.Preview;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/// The menus of elements and the context pad, by mouse and by keyboard alone.
class MenusWindowTest extends WindowTest {
    private static final ElementId TASK_1 = new ElementId("_ec59e164-68b4-4f94-98de-ffb1c58a84af");
    private static final ElementId TASK_3 = new ElementId("_e70a6fcb-913c-4a7b-a65d-e83adc73d69c");

    private List<BpmnElement> of(DocumentSession session, BpmnType type) {
        return session.diagram().elements().stream()
                .filter(element -> element.type() == type)
                .toList();
    }

    private void key(KeyCode code) {
        push(code);
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    }

    /// What is typed before the field has the keyboard would go to the canvas.
    private void menuOpens() {
        eventually(() -> shown("#element-menu") && lookup("#menu-field").query().isFocused());
    }

    private void select(DocumentSession session, ElementId... ids) {
        interact(() -> {
            session.selectionProperty().set(Set.of(ids));
            canvas().requestFocus();
        });
    }

    @Test
    void anElementIsFoundByWhatPeopleCallItAndPutDownByAClick() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session);

        key(KeyCode.N);
        menuOpens();
        write("rest api");
        eventually(() -> shown("#menu-entry-http-task"));
        key(KeyCode.ENTER);
        eventually(() -> !shown("#element-menu"));
        clickOn(at(TASK_1.value()).add(0, 180));

        eventually(() -> of(session, BpmnType.SERVICE_TASK).size() == 1);
        assertThat(of(session, BpmnType.SERVICE_TASK).getFirst().attribute(Namespaces.FLOWABLE, "type"))
                .contains("http");
    }

    @Test
    void withoutAMouseAProcessIsAppendedNamedAndChanged() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_3);

        key(KeyCode.A);
        menuOpens();
        write("user");
        key(KeyCode.ENTER);
        eventually(() -> shown("#label-editor"));
        write("Sign it");
        key(KeyCode.ENTER);
        eventually(() -> of(session, BpmnType.USER_TASK).stream()
                .anyMatch(task -> task.name().equals(Optional.of("Sign it"))));

        key(KeyCode.R);
        menuOpens();
        write("manual");
        key(KeyCode.ENTER);

        eventually(() -> of(session, BpmnType.MANUAL_TASK).size() == 1);
        BpmnElement task = of(session, BpmnType.MANUAL_TASK).getFirst();
        assertThat(task.name()).contains("Sign it");
        assertThat(session.diagram().incoming(task.id())).hasSize(1);
    }

    @Test
    void escapeClosesTheMenuAndNothingHappened() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_3);

        key(KeyCode.A);
        menuOpens();
        eventually(() -> canvas().model().interactionProperty().get().stream()
                .anyMatch(state -> state.previews().stream().anyMatch(Preview.Appended.class::isInstance)));
        key(KeyCode.ESCAPE);

        eventually(() -> !shown("#element-menu"));
        eventually(() -> canvas().model().interactionProperty().get().stream()
                .allMatch(state -> state.previews().isEmpty()));
        assertThat(session.isDirty()).isFalse();
        assertThat(canvas().isFocused()).isTrue();
    }

    @Test
    void theHeadOfTheMenuSwitchesMarkers() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_1);

        key(KeyCode.R);
        eventually(() -> shown("#menu-toggle-parallel"));
        clickOn("#menu-toggle-parallel");

        eventually(() -> session.diagram().element(TASK_1).orElseThrow().loop() == Loop.PARALLEL);
        assertThat(shown("#element-menu")).as("one can go on choosing").isTrue();
    }

    @Test
    void anEntryIsDraggedOutOfTheMenuToItsPlace() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        Point2D place = at(TASK_1.value()).add(0, 170);
        select(session, TASK_1);

        key(KeyCode.A);
        menuOpens();
        write("mail");
        eventually(() -> shown("#menu-entry-mail-task"));
        drag("#menu-entry-mail-task").moveBy(20, 20).dropTo(place);

        eventually(() -> of(session, BpmnType.SERVICE_TASK).size() == 1);
        ElementId mail = of(session, BpmnType.SERVICE_TASK).getFirst().id();
        assertThat(session.diagram().incoming(mail)).hasSize(1);
        assertThat(at(mail.value()).distance(place)).isLessThan(15);
    }

    @Test
    void restingOnAnOfferShowsWhatItWouldDo() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_3);
        eventually(() -> shown("#pad-append-end"));

        moveTo("#pad-append-end");
        eventually(() -> canvas().model().interactionProperty().get().stream()
                .anyMatch(state -> state.previews().stream().anyMatch(Preview.Appended.class::isInstance)));
        moveTo(at(TASK_1.value()));

        eventually(() -> canvas().model().interactionProperty().get().stream()
                .allMatch(state -> state.previews().isEmpty()));
        assertThat(session.isDirty()).isFalse();
    }

    @Test
    void severalAreAlignedFromThePadAndWhatCannotBeSaysWhy() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_1);
        interact(() -> session.execute(dev.wavetank.core.edit.command.MoveElements.by(Set.of(TASK_1), 0, 120)));
        select(session, TASK_1, TASK_3);

        eventually(() -> shown("#pad-arrange-alignTop"));
        Node distribute = lookup("#pad-arrange-distributeHorizontally").query();
        assertThat(distribute.isDisabled()).isTrue();
        assertThat(distribute.getAccessibleText()).contains("three shapes");
        clickOn("#pad-arrange-alignTop");

        eventually(() -> session.diagram().shape(TASK_1).orElseThrow().bounds().y()
                == session.diagram().shape(TASK_3).orElseThrow().bounds().y());
    }

    @Test
    void severalTakeAColourInOneStep() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_1, TASK_3);

        key(KeyCode.K);
        eventually(() -> shown("#colour-menu"));
        clickOn("#colour-green");

        eventually(() -> session.diagram().shape(TASK_3).orElseThrow().fill().equals(Optional.of("#c8e6c9")));
        assertThat(session.diagram().shape(TASK_1).orElseThrow().stroke()).contains("#205022");
        assertThat(session.editor().history().depth()).isOne();
    }

    @Test
    void whereNothingFollowsAPlusOffersWhatMay() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        clickOn("#palette-userTask");
        clickOn(at(TASK_1.value()).add(0, 180));
        eventually(() -> of(session, BpmnType.USER_TASK).size() == 1);
        String task = of(session, BpmnType.USER_TASK).getFirst().id().value();
        select(session);

        moveTo(at(task));
        eventually(() -> shown("#loose-end"));
        clickOn("#loose-end");

        menuOpens();
        assertThat(session.selectionProperty().get()).containsExactly(new ElementId(task));
    }

    @Test
    void thePadsOfferIsDraggedToItsPlace() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        select(session, TASK_1);
        eventually(() -> shown("#pad-append-task"));
        Point2D place = at(TASK_1.value()).add(0, 170);

        moveTo("#pad-append-task").press(MouseButton.PRIMARY);
        moveBy(10, 20);
        moveTo(place);
        release(MouseButton.PRIMARY);

        eventually(() -> of(session, BpmnType.USER_TASK).size() == 1);
        ElementId task = of(session, BpmnType.USER_TASK).getFirst().id();
        assertThat(session.diagram().incoming(task)).hasSize(1);
        assertThat(at(task.value()).distance(place)).isLessThan(15);
    }
}
