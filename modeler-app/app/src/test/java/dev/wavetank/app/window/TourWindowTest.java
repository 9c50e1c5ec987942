package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class TourWindowTest extends WindowTest {
    @Test
    void theTourDrawsAProcessByKeyboardAloneAndIsRemembered() throws Exception {
        clickOn("#start-tour");
        awaitStep(1);

        DocumentSession session = open(blank());
        awaitStep(2);
        interact(() -> {
            canvas().requestFocus();
            session.selectionProperty().set(Set.of(new ElementId("start")));
        });
        push(KeyCode.A);
        eventually(() -> shown("#element-menu"));
        write("user task");
        push(KeyCode.ENTER);
        awaitStep(3);
        name("Check order");
        awaitStep(4);
        push(KeyCode.A);
        eventually(() -> shown("#element-menu"));
        write("end event");
        push(KeyCode.ENTER);
        awaitStep(5);
        name("Checked");
        push(KeyCode.CONTROL, KeyCode.S);
        awaitStep(6);
        interact(() -> desktop.reveal("cluster"));
        awaitStep(7);
        interact(() -> ((Button) lookup("#tour-end").query()).fire());

        assertThat(shown("#tour")).isFalse();
        assertThat(session.diagram().elements())
                .extracting(it -> it.type())
                .containsSubsequence(BpmnType.START_EVENT, BpmnType.USER_TASK, BpmnType.END_EVENT);
        assertThat(Files.readString(session.file().orElseThrow())).contains("Check order");

        interact(() -> stage.hide());
        interact(() -> stage = new Stage());
        openDesktop();

        assertThat(shown("#start-tour")).isFalse();
    }

    @Test
    void theTourIsGivenUpByEscapeAndBegunAgainFromTheMenu() {
        clickOn("#start-tour");
        awaitStep(1);

        interact(() -> lookup("#tour-end").query().requestFocus());
        type(KeyCode.ESCAPE);
        eventually(() -> !shown("#tour"));
        clickOn("#menu-help").clickOn("#menu-help-tour");

        awaitStep(1);
    }

    /// On a busy machine the key that appended may repeat and close the name again.
    private void name(String text) {
        WaitForAsyncUtils.waitForFxEvents();
        if (!shown("#label-editor")) {
            push(KeyCode.F2);
        }
        eventually(() -> shown("#label-editor"));
        write(text);
        push(KeyCode.ENTER);
        eventually(() -> !shown("#label-editor"));
    }

    private void awaitStep(int number) {
        eventually(() -> shown("#tour")
                && lookup("#tour-card .small").queryAs(Label.class).getText().equals("Step " + number + " of 7"));
    }

    private Path blank() throws Exception {
        try (var in = Objects.requireNonNull(DocumentSession.class.getResourceAsStream("new-diagram.bpmn"))) {
            return Files.write(folder.resolve("first.bpmn"), in.readAllBytes());
        }
    }
}
