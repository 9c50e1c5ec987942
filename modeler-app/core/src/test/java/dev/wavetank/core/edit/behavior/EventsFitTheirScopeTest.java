package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.MoveElements.Onto;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsFitTheirScopeTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aTypedStartEventBecomesBlankInASubProcess() throws Exception {
        Editor editor = open();

        move(editor, "Timer", 250, 30, "Plain");

        assertThat(element(editor, "Timer").parent()).contains(id("Plain"));
        assertThat(element(editor, "Timer").eventDefinitions()).isEmpty();
    }

    @Test
    void inAnEventSubProcessItStaysWhatItIs() throws Exception {
        Editor editor = open();

        move(editor, "Timer", 250, 260, "Handle");

        assertThat(element(editor, "Timer").parent()).contains(id("Handle"));
        assertThat(element(editor, "Timer").eventDefinitions()).hasSize(1);
    }

    @Test
    void aCancelEndEventBecomesAPlainEndOutsideItsTransaction() throws Exception {
        Editor editor = open();

        move(editor, "Cancelled", 400, 0, null);

        assertThat(element(editor, "Cancelled").type()).isEqualTo(BpmnType.END_EVENT);
        assertThat(element(editor, "Cancelled").eventDefinitions()).isEmpty();
        assertThat(element(editor, "Cancelled").name()).contains("Cancelled");
    }

    @Test
    void onlyInAnEventSubProcessAStartEventLetsWhatRunsGoOn() throws Exception {
        Editor editor = open();

        move(editor, "Asked", 500, 0, null);

        assertThat(element(editor, "Asked").attribute("isInterrupting")).isEmpty();
        assertThat(element(editor, "Asked").hasEventDefinition(Kind.MESSAGE)).isTrue();
    }

    @Test
    void whenAnEventSubProcessBecomesAPlainOneItsStartEventsBecomeBlank() throws Exception {
        Editor editor = open();

        editor.execute(new ReplaceElement(
                id("Handle"), NodeKind.of(BpmnType.SUB_PROCESS).asExpanded()));

        assertThat(element(editor, "Handle").isTriggeredByEvent()).isFalse();
        assertThat(element(editor, "Asked").eventDefinitions()).isEmpty();
        assertThat(element(editor, "Asked").attribute("isInterrupting")).isEmpty();
        assertThat(element(editor, "Failed").eventDefinitions()).isEmpty();
    }

    @Test
    void aMessageStartDrawnInASubProcessIsBlank() throws Exception {
        Editor editor = open();

        ChangeSet changes = editor.execute(new CreateShape(
                NodeKind.event(BpmnType.START_EVENT, Kind.MESSAGE), new Point(300, 150), Optional.of(id("Plain"))));

        assertThat(changes.created()).singleElement().satisfies(start -> {
            assertThat(start.type()).isEqualTo(BpmnType.START_EVENT);
            assertThat(start.eventDefinitions()).isEmpty();
        });
    }

    private Editor open() throws Exception {
        return invariants.open("events-fit-their-scope.bpmn");
    }

    private static BpmnElement element(Editor editor, String id) {
        return editor.diagram().element(id(id)).orElseThrow();
    }

    private static void move(Editor editor, String event, double dx, double dy, String onto) {
        Optional<ElementId> target = Optional.ofNullable(onto).map(ElementId::new);
        editor.execute(new MoveElements(Set.of(id(event)), dx, dy, new Onto(target)));
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
