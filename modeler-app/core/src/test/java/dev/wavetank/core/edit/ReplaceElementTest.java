package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.geometry.Bounds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplaceElementTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aUserTaskBecomesAServiceTask() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        replace(editor, "Check", NodeKind.of(BpmnType.SERVICE_TASK));

        BpmnElement task = element(editor, "Check");
        assertThat(task.type()).isEqualTo(BpmnType.SERVICE_TASK);
        assertThat(task.name()).contains("Check \"order\"");
        assertThat(task.documentation()).isEqualTo("Look twice.");
        assertThat(editor.diagram().incoming(id("Check"))).containsExactly(id("Flow_1"));
        assertThat(editor.diagram().outgoing(id("Check"))).containsExactlyInAnyOrder(id("Flow_2"), id("Link"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aParallelGatewayHasNoDefaultFlow() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        replace(editor, "Ok", NodeKind.of(BpmnType.PARALLEL_GATEWAY));

        assertThat(element(editor, "Ok").defaultFlow()).isEmpty();
        assertThat(editor.diagram().shape(id("Ok")).orElseThrow().xml().attribute("isMarkerVisible"))
                .isEmpty();
        assertThat(editor.diagram().outgoing(id("Ok"))).containsExactlyInAnyOrder(id("Flow_3"), id("Flow_4"));
    }

    @Test
    void anEventBasedGatewayLosesFlowsToTasks() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        replace(editor, "Ok", NodeKind.of(BpmnType.EVENT_BASED_GATEWAY));

        assertThat(editor.diagram().outgoing(id("Ok"))).isEmpty();
        assertThat(editor.diagram().incoming(id("Ok"))).containsExactly(id("Flow_2"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aStartEventGetsATrigger() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        replace(editor, "Start", NodeKind.event(BpmnType.START_EVENT, Kind.MESSAGE));

        assertThat(element(editor, "Start").hasEventDefinition(Kind.MESSAGE)).isTrue();
        replace(editor, "Start", NodeKind.event(BpmnType.START_EVENT, Kind.TIMER));
        assertThat(element(editor, "Start").eventDefinitions())
                .extracting(definition -> definition.kind())
                .containsExactly(Kind.TIMER);
    }

    @Test
    void anEndEventHasNoFlowOutAndAStartEventNoneIn() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        replace(editor, "Start", NodeKind.of(BpmnType.END_EVENT));
        replace(editor, "Done", NodeKind.of(BpmnType.START_EVENT));

        assertThat(editor.diagram().element(id("Flow_1"))).isEmpty();
        assertThat(editor.diagram().element(id("Flow_5"))).isEmpty();
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aSubProcessThatBecomesATaskLosesItsContentAndKeepsItsBoundaryEvent() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        replace(editor, "Ship", NodeKind.of(BpmnType.CALL_ACTIVITY));

        assertThat(editor.diagram().element(id("Pack"))).isEmpty();
        assertThat(editor.diagram().shape(id("Pack"))).isEmpty();
        assertThat(bounds(editor, "Ship")).isEqualTo(new Bounds(575, 160, 100, 80));
        assertThat(editor.diagram().attachers(id("Ship"))).containsExactly(id("Late"));
        assertThat(bounds(editor, "Late").center().y()).isEqualTo(240);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void anEventSubProcessHasNoBoundaryEvents() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        replace(editor, "Ship", NodeKind.eventSubProcess().asExpanded());

        assertThat(element(editor, "Ship").isTriggeredByEvent()).isTrue();
        assertThat(editor.diagram().element(id("Late"))).isEmpty();
        assertThat(editor.diagram().incoming(id("Ship"))).isEmpty();
        assertThat(bounds(editor, "Ship")).isEqualTo(new Bounds(500, 100, 250, 200));
    }

    @Test
    void whatIsOfAnotherFamilyIsNotReplaced() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        List<ReplaceElement> forbidden = List.of(
                new ReplaceElement(id("Check"), NodeKind.of(BpmnType.EXCLUSIVE_GATEWAY)),
                new ReplaceElement(id("Start"), NodeKind.of(BpmnType.BOUNDARY_EVENT)),
                new ReplaceElement(id("Done"), NodeKind.event(BpmnType.END_EVENT, Kind.TIMER)),
                new ReplaceElement(id("Done"), NodeKind.event(BpmnType.END_EVENT, Kind.CANCEL)),
                new ReplaceElement(id("Late"), NodeKind.event(BpmnType.BOUNDARY_EVENT, Kind.LINK)));

        assertThat(forbidden)
                .allSatisfy(
                        command -> assertThat(editor.execute(command).isEmpty()).isTrue());
    }

    private static void replace(Editor editor, String element, NodeKind kind) {
        editor.execute(new ReplaceElement(id(element), kind));
    }

    private static BpmnElement element(Editor editor, String element) {
        return editor.diagram().element(id(element)).orElseThrow();
    }

    private static Bounds bounds(Editor editor, String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
