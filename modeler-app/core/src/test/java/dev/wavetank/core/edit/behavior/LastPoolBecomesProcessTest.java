package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Sheets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LastPoolBecomesProcessTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void withoutItsLastPoolTheSheetShowsAPlainProcess() throws Exception {
        Editor editor = open();

        editor.execute(new DeleteElements(Set.of(id("Shop"), id("Customer"))));

        Diagram diagram = editor.diagram();
        assertThat(diagram.element(id("Collaboration"))).isEmpty();
        BpmnElement shown = Sheets.shown(diagram, 0).orElseThrow();
        assertThat(shown.type()).isEqualTo(BpmnType.PROCESS);
        assertThat(diagram.element(id("Note")).orElseThrow().parent()).contains(shown.id());
        assertThat(diagram.shape(id("Note"))).isPresent();
        assertThat(diagram.findings()).isEmpty();
    }

    @Test
    void aPoolThatIsNotTheLastTakesNothingElseAlong() throws Exception {
        Editor editor = open();

        editor.execute(new DeleteElements(Set.of(id("Shop"))));

        assertThat(editor.diagram().element(id("Collaboration"))).isPresent();
        assertThat(editor.diagram().element(id("Selling"))).isEmpty();
        assertThat(editor.diagram().element(id("Message"))).isEmpty();
    }

    @Test
    void afterwardsTheFirstPoolWrapsTheProcessAgain() throws Exception {
        Editor editor = open();
        editor.execute(new DeleteElements(Set.of(id("Shop"), id("Customer"))));
        editor.execute(new CreateShape(NodeKind.of(BpmnType.TASK), new Point(300, 200), Optional.empty()));

        editor.execute(new CreateShape(NodeKind.of(BpmnType.PARTICIPANT), new Point(300, 200), Optional.empty()));

        assertThat(Sheets.shown(editor.diagram(), 0).orElseThrow().type()).isEqualTo(BpmnType.COLLABORATION);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    private Editor open() throws Exception {
        return invariants.open("last-pool-becomes-process.bpmn");
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
