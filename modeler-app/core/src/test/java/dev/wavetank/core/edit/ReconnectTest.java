package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.MoveElements.Onto;
import dev.wavetank.core.edit.command.Reconnect;
import dev.wavetank.core.edit.command.Reconnect.End;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReconnectTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aFlowGoesToItsNewTarget() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new Reconnect(id("Flow_4"), End.TARGET, id("Done")));

        assertThat(element(editor, "Flow_4").target()).contains(id("Done"));
        assertThat(element(editor, "Flow_4").name()).contains("no");
        assertThat(element(editor, "Done").references("incoming")).containsExactly(id("Flow_5"), id("Flow_4"));
        assertThat(element(editor, "Refused").references("incoming")).containsExactly(id("Flow_6"));
        assertThat(waypoints(editor, "Flow_4").getLast().distanceTo(new Point(850, 200)))
                .isBetween(17.9, 18.1);
    }

    @Test
    void aDefaultFlowThatBeginsElsewhereIsNoDefault() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new Reconnect(id("Flow_3"), End.SOURCE, id("Check")));

        assertThat(element(editor, "Flow_3").source()).contains(id("Check"));
        assertThat(element(editor, "Ok").defaultFlow()).isEmpty();
    }

    @Test
    void whatTheRulesForbidIsNotReconnected() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        assertThat(editor.execute(new Reconnect(id("Flow_4"), End.TARGET, id("Start")))
                        .isEmpty())
                .isTrue();
        assertThat(editor.execute(new Reconnect(id("Flow_4"), End.TARGET, id("Pack")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aSequenceFlowThatIsLedToAnotherPoolIsAMessageFlow() throws Exception {
        Editor editor = invariants.open("lanes.bpmn");

        editor.execute(new Reconnect(id("Flow_1"), End.TARGET, id("Customer")));

        assertThat(element(editor, "Flow_1").type()).isEqualTo(BpmnType.MESSAGE_FLOW);
        assertThat(element(editor, "Flow_1").parent()).contains(id("Collaboration_1"));
        editor.execute(new Reconnect(id("Flow_1"), End.TARGET, id("Task_2")));
        assertThat(element(editor, "Flow_1").type()).isEqualTo(BpmnType.SEQUENCE_FLOW);
        assertThat(element(editor, "Flow_1").parent()).contains(id("Process_1"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aTaskThatGoesToAnotherPoolKeepsItsFlowAsAMessage() throws Exception {
        Editor editor = invariants.open("two-pools.bpmn");

        editor.execute(new MoveElements(Set.of(id("Two")), 0, 200, new Onto(Optional.of(id("Lower")))));

        assertThat(element(editor, "Two").parent()).contains(id("Process_lower"));
        assertThat(element(editor, "Flow").type()).isEqualTo(BpmnType.MESSAGE_FLOW);
        assertThat(element(editor, "Flow").detail("conditionExpression")).isEmpty();
        assertThat(element(editor, "One").references("outgoing")).isEmpty();
        assertThat(editor.diagram().element(id("Flow_end")))
                .as("no message reaches a signal event")
                .isEmpty();
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aLineDrawnIntoShapesIsCutAtTheirOutlines() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new UpdateWaypoints(
                id("Flow_4"),
                List.of(new Point(400, 200), new Point(400, 500), new Point(850, 500), new Point(850, 400))));

        assertThat(waypoints(editor, "Flow_4"))
                .containsExactly(new Point(400, 225), new Point(400, 500), new Point(850, 500), new Point(850, 418));
    }

    private static List<Point> waypoints(Editor editor, String connection) {
        return editor.diagram().edge(id(connection)).orElseThrow().waypoints();
    }

    private static BpmnElement element(Editor editor, String element) {
        return editor.diagram().element(id(element)).orElseThrow();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
