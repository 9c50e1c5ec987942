package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A flow that leads back to an earlier step does not lie on the way there.
class WayBackTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aFlowBackToTheStepBeforeGoesAroundTheRow() throws Exception {
        Editor editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");

        List<Point> back = connect(editor, "Ok", "Check");

        assertThat(back).hasSize(4);
        assertThat(back.get(1).y())
                .as("above, since another flow leaves the gateway below")
                .isLessThan(bounds(editor, "Check").y());
        assertThat(back.get(1).y()).isEqualTo(back.get(2).y());
        assertThat(back.getFirst().x()).isEqualTo(bounds(editor, "Ok").center().x());
        assertThat(back.getLast().x())
                .isEqualTo(bounds(editor, "Check").center().x());
    }

    @Test
    void aFlowBackOverSeveralStepsGoesAroundAllOfThem() throws Exception {
        Editor editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");

        List<Point> back = connect(editor, "Ship", "Check");

        double y = back.get(1).y();
        assertThat(back).hasSize(4);
        assertThat(List.of("Ship", "Ok", "Check"))
                .allMatch(id ->
                        y < bounds(editor, id).y() || y > bounds(editor, id).bottom());
    }

    @Test
    void twoWaysBackDoNotLieOnEachOther() throws Exception {
        Editor editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");

        List<Point> one = connect(editor, "Ok", "Check");
        List<Point> other = connect(editor, "Ship", "Check");

        assertThat(one.get(1).y()).isNotEqualTo(other.get(1).y());
    }

    @Test
    void theWayBackStaysAroundWhenAStepIsMoved() throws Exception {
        Editor editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        connect(editor, "Ok", "Check");
        ElementId flow = editor.diagram().outgoing(new ElementId("Ok")).getLast();

        editor.execute(MoveElements.by(Set.of(new ElementId("Check")), -40, 0));

        assertThat(editor.diagram().edge(flow).orElseThrow().waypoints()).hasSize(4);
    }

    private static List<Point> connect(Editor editor, String source, String target) {
        editor.execute(new Connect(new ElementId(source), new ElementId(target)));
        ElementId flow = editor.diagram().outgoing(new ElementId(source)).getLast();
        return editor.diagram().edge(flow).map(Edge::waypoints).orElseThrow();
    }

    private static dev.wavetank.core.geometry.Bounds bounds(Editor editor, String id) {
        return editor.diagram().shape(new ElementId(id)).orElseThrow().bounds();
    }
}
