package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.PasteElements;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventGatewayOwnsItsTargetsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void whatTheGatewayIsConnectedWithLosesItsOtherFlows() throws Exception {
        Editor editor = open();

        editor.execute(new Connect(id("Waits"), id("Answer")));

        assertThat(editor.diagram().element(id("ToAnswer"))).isEmpty();
        assertThat(editor.diagram().incoming(id("Answer"))).hasSize(1);
    }

    @Test
    void aGatewayThatBecomesOneKeepsWhatItCanWaitForAlone() throws Exception {
        Editor editor = open();

        editor.execute(new ReplaceElement(id("Choice"), NodeKind.of(BpmnType.EVENT_BASED_GATEWAY)));

        assertThat(editor.diagram().element(id("ToWork")))
                .as("no task follows it")
                .isEmpty();
        assertThat(editor.diagram().incoming(id("Late"))).containsExactly(id("ToLate"));
    }

    @Test
    void whatIsPastedTogetherStaysAsItWas() throws Exception {
        Editor editor = open();
        editor.execute(new Connect(id("Waits"), id("Answer")));
        editor.execute(new Connect(id("Choice"), id("Answer")));
        int flows = flows(editor);
        assertThat(editor.diagram().incoming(id("Answer"))).hasSize(2);
        Set<ElementId> all = Set.of(id("Waits"), id("Choice"), id("Answer"));

        editor.execute(
                new PasteElements(CopiedElements.of(editor.diagram(), all), new Point(400, 700), Optional.empty()));

        assertThat(flows(editor)).isEqualTo(flows + 2);
    }

    private static int flows(Editor editor) {
        return (int) editor.diagram().elements().stream()
                .filter(element -> element.type() == BpmnType.SEQUENCE_FLOW)
                .count();
    }

    private Editor open() throws Exception {
        return invariants.open("event-gateway-owns-its-targets.bpmn");
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
