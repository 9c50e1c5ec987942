package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.canvas.Tool;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import java.io.IOException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The tools that act on more than one element, by mouse and keyboard in a real window.
class ToolsWindowTest extends WindowTest {
    private static final String TASK_1 = "_ec59e164-68b4-4f94-98de-ffb1c58a84af";
    private static final String TASK_2 = "_820c21c0-45f3-473b-813f-06381cc637cd";

    private Bounds bounds(DocumentSession session, String id) {
        return session.diagram().shape(new ElementId(id)).orElseThrow().bounds();
    }

    @Test
    void theSpaceToolPushesWhatLiesBeyond() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        Bounds first = bounds(session, TASK_1);
        Bounds second = bounds(session, TASK_2);
        Point2D between = at(TASK_1).midpoint(at(TASK_2)).add(0, 150);

        push(KeyCode.S);
        eventually(() -> canvas().model().toolProperty().get().equals(Tool.SPACE));
        drag(between).dropTo(between.add(60, 0));

        eventually(() -> bounds(session, TASK_2).x() > second.x() + 40);
        assertThat(bounds(session, TASK_1)).isEqualTo(first);
        eventually(() -> canvas().model().toolProperty().get().equals(Tool.SELECT));
    }

    @Test
    void aToolThatIsPickedTwiceIsPutBack() throws IOException {
        open(corpus("miwg/A.1.0.bpmn"));

        push(KeyCode.L);
        eventually(() -> canvas().model().toolProperty().get().equals(Tool.LASSO));
        push(KeyCode.L);
        eventually(() -> canvas().model().toolProperty().get().equals(Tool.SELECT));
    }

    @Test
    void theGridIsShownAndStaysForTheNextStart() throws IOException {
        open(corpus("miwg/A.1.0.bpmn"));

        push(KeyCode.CONTROL, KeyCode.G);
        eventually(() -> canvas().model().gridProperty().get());
        push(KeyCode.CONTROL, KeyCode.Q);
        eventually(ended::get);
        openDesktop();

        open(folder.resolve("A.1.0.bpmn"));
        eventually(() -> canvas().model().gridProperty().get());
    }

    @Test
    void atTheBorderTheSheetComesToMeetWhatIsDragged() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        double before = canvas().model().viewport().visible().y();
        Point2D corner = canvas().localToScreen(0, canvas().getHeight() - 6);

        drag(at(TASK_2)).moveTo(at(TASK_2).getX(), corner.getY());
        eventually(() -> canvas().model().viewport().visible().y() > before + 60);
        drop();

        eventually(() -> bounds(session, TASK_2).y() > before + 60);
    }

    @Test
    void theMinimapLeadsAndItsWheelZooms() throws IOException {
        open(corpus("miwg/A.1.0.bpmn"));
        interact(() -> canvas().model().viewport().zoomTo(3));
        eventually(() -> lookup("#minimap").query().getOpacity() == 1);
        Bounds before = canvas().model().viewport().visible();

        clickOn(lookup("#minimap").query().localToScreen(20, 60));
        eventually(() -> canvas().model().viewport().visible().x() < before.x());
        scroll(1, VerticalDirection.DOWN);

        eventually(() -> canvas().model().viewport().scale() != 3);
    }
}
