package dev.wavetank.core.edit.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.geometry.Point;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SetEngineFieldTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private ElementId task;

    @BeforeEach
    void drawADecisionTask() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        NodeKind decision = NodeKind.of(BpmnType.SERVICE_TASK)
                .with(FlowableParts.task("dmn", Map.of("decisionTableReferenceKey", "", "other", "kept")));
        task = editor.execute(new CreateShape(decision, new Point(400, 700), Optional.empty(), 0)).created().stream()
                .map(BpmnElement::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFieldTakesTheValueAndTheOthersStay() {
        editor.execute(new SetEngineField(task, "decisionTableReferenceKey", "rates & <more>"));

        BpmnElement now = editor.diagram().element(task).orElseThrow();
        assertThat(EngineFields.names(now)).containsExactly("decisionTableReferenceKey", "other");
        assertThat(EngineFields.value(now, "decisionTableReferenceKey")).contains("rates & <more>");
        assertThat(EngineFields.value(now, "other")).contains("kept");
        assertThat(editor.diagram().document().text()).contains("rates &amp; &lt;more");
    }

    @Test
    void aFieldThatIsNotThereIsNotMade() {
        String before = editor.diagram().document().text();

        editor.execute(new SetEngineField(task, "nobody", "x"));
        editor.execute(new SetEngineField(task, "other", "kept"));

        assertThat(editor.diagram().document().text()).isEqualTo(before);
    }
}
