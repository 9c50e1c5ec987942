package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.MoveToOrigin;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MoveToOriginTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void theTopmostAndLeftmostThingBeginsAtTheOrigin() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new MoveToOrigin(0));

        assertThat(editor.diagram().shape(new ElementId("Start")).orElseThrow().labelBounds())
                .contains(new Bounds(0, 165, 78, 14));
        assertThat(editor.diagram().shape(new ElementId("Note")).orElseThrow().bounds())
                .isEqualTo(new Bounds(251, 0, 100, 30));
        assertThat(editor.diagram().edge(new ElementId("Flow_4")).orElseThrow().waypoints())
                .containsExactly(new Point(321, 165), new Point(321, 340), new Point(753, 340));
        assertThat(editor.diagram().edge(new ElementId("Flow_4")).orElseThrow().labelBounds())
                .contains(new Bounds(330, 240, 13, 14));
    }

    @Test
    void whatIsThereAlreadyStays() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        editor.execute(new MoveToOrigin(0));

        assertThat(editor.execute(new MoveToOrigin(0)).isEmpty()).isTrue();
    }
}
