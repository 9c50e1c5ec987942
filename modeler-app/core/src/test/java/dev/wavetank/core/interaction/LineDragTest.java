package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LineDragTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private ToolHost host;
    private Mouse mouse;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        host = new ToolHost(editor, 0, (dx, dy) -> {}, state -> {});
        mouse = new Mouse(host);
    }

    /// Out of the bottom of the gateway, along the bottom, up into the end event.
    private void detour() {
        editor.execute(new UpdateWaypoints(
                id("Flow_4"),
                List.of(new Point(400, 225), new Point(400, 500), new Point(850, 500), new Point(850, 418))));
        mouse.click(500, 500);
    }

    @Test
    void aCornerTakesItsNeighboursAlong() {
        detour();
        mouse.drag(850, 500, 845, 550);

        assertThat(line("Flow_4"))
                .containsExactly(new Point(400, 225), new Point(400, 550), new Point(850, 550), new Point(850, 418));
    }

    @Test
    void withAltACornerMovesAlone() {
        detour();
        mouse.drag(850, 500, 900, 551, Modifier.ALT);

        assertThat(line("Flow_4")).contains(new Point(400, 500), new Point(900, 551));
    }

    @Test
    void aSegmentMovesAsAWhole() {
        detour();
        mouse.drag(700, 500, 700, 560);

        assertThat(line("Flow_4"))
                .containsExactly(new Point(400, 225), new Point(400, 560), new Point(850, 560), new Point(850, 418));
    }

    @Test
    void anOuterSegmentThatLeavesItsShapeGetsACorner() {
        mouse.click(160, 200);
        mouse.drag(168, 200, 168, 300);

        assertThat(line("Flow_1"))
                .containsExactly(new Point(118, 218), new Point(118, 300), new Point(250, 300), new Point(250, 240));
    }

    @Test
    void anOuterSegmentSlidesAlongItsShape() {
        mouse.click(790, 200);
        mouse.drag(791, 200, 791, 210, Modifier.ALT);

        assertThat(line("Flow_5").getFirst()).isEqualTo(new Point(750, 210));
        assertThat(line("Flow_5").getLast().y()).isEqualTo(210);
        assertThat(line("Flow_5")).hasSize(2);
    }

    @Test
    void awayFromTheMiddleOfAnOuterSegmentANewCornerIsMade() {
        mouse.click(400, 250);
        mouse.drag(400, 250, 450, 300);

        assertThat(line("Flow_4")).contains(new Point(450, 300)).hasSize(4);
    }

    @Test
    void aCornerThatEndsOnAStraightLineIsGone() {
        mouse.click(400, 250);
        mouse.drag(400, 250, 450, 300);
        mouse.drag(450, 300, 402, 300);

        assertThat(line("Flow_4")).containsExactly(new Point(400, 225), new Point(400, 400), new Point(832, 400));
    }

    @Test
    void theDraggedLineAndWhatItAlignsWithAreShown() {
        detour();
        mouse.pull(700, 500, 700, 402);

        assertThat(host.state().guides()).containsExactly(new SnapGuide(false, 400));
        assertThat(host.state().previews())
                .singleElement()
                .isEqualTo(new Preview.Line(
                        List.of(new Point(400, 225), new Point(400, 400), new Point(850, 400), new Point(850, 418)),
                        Optional.of(BpmnType.SEQUENCE_FLOW)));
    }

    @Test
    void anEndOverAnotherElementShowsWhatItWouldBecome() {
        mouse.click(600, 400);
        mouse.pull(832, 400, 380, 75);

        assertThat(host.state().previews())
                .anyMatch(preview -> preview instanceof Preview.Line line
                        && line.connection().equals(Optional.of(BpmnType.ASSOCIATION)));
        mouse.pull(832, 400, 118, 200);
        assertThat(host.state().pointer()).isEqualTo(Pointer.FORBIDDEN);
    }

    private List<Point> line(String connection) {
        return editor.diagram().edge(id(connection)).orElseThrow().waypoints();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
