package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.edit.command.PasteElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CopyPasteTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aCopyIsABpmnFileOfItsOwn() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Check"), id("Ok"), id("Ship")));

        Diagram alone = Diagram.read(copied.getBytes(StandardCharsets.UTF_8));
        assertThat(alone.elements())
                .extracting(element -> element.id().value())
                .contains("Check", "Ok", "Ship", "Pack", "Late", "Flow_2", "Flow_3")
                .doesNotContain("Start", "Flow_1", "Flow_4", "Note", "Link");
        assertThat(alone.planes().getFirst().shapes()).hasSize(5);
        assertThat(alone.planes().getFirst().edges()).hasSize(2);
    }

    @Test
    void whatIsPastedLooksTheSameUnderNewIds() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Check"), id("Ok"), id("Ship")));

        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(475, 700), Optional.empty()));

        BpmnElement check = only(pasted, BpmnType.USER_TASK);
        BpmnElement ok = only(pasted, BpmnType.EXCLUSIVE_GATEWAY);
        BpmnElement ship = only(pasted, BpmnType.SUB_PROCESS);
        BpmnElement late = only(pasted, BpmnType.BOUNDARY_EVENT);
        assertThat(check.id()).isNotEqualTo(id("Check"));
        assertThat(check.name()).contains("Check \"order\"");
        assertThat(check.documentation()).isEqualTo("Look twice.");
        assertThat(late.attachedTo()).contains(ship.id());
        assertThat(late.hasEventDefinition(Kind.TIMER)).isTrue();
        assertThat(ok.defaultFlow())
                .hasValueSatisfying(flow -> assertThat(
                                editor.diagram().element(flow).orElseThrow().target())
                        .contains(ship.id()));
        assertThat(check.references("incoming")).as("its flow was not copied").isEmpty();
        assertThat(check.references("outgoing")).hasSize(1);
        assertThat(editor.diagram().shape(ship.id()).orElseThrow().bounds()).isEqualTo(new Bounds(500, 591, 250, 200));
        assertThat(editor.diagram().contents(ship.id()))
                .extracting(BpmnElement::name)
                .containsExactly(Optional.of("Pack"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aCopyGoesIntoAnotherFileWithItsOwnPrefixes() throws Exception {
        Editor from = invariants.open("order.bpmn");
        Editor to = invariants.open("lanes.bpmn");
        String copied = CopiedElements.of(from.diagram(), Set.of(id("Check")));

        ChangeSet pasted = to.execute(new PasteElements(copied, new Point(600, 160), Optional.of(id("Lane_1"))));

        BpmnElement check = only(pasted, BpmnType.USER_TASK);
        assertThat(check.xml().name().prefix()).isEmpty();
        assertThat(check.parent()).contains(id("Process_1"));
        assertThat(to.diagram().element(id("Lane_1")).orElseThrow().references("flowNodeRef"))
                .containsExactly(id("Task_1"), check.id());
        assertThat(to.diagram().findings()).isEmpty();
    }

    @Test
    void whatIsNoBpmnIsNotPasted() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        for (String text :
                List.of("", "hello", "<a/>", "<!DOCTYPE a><a/>", CopiedElements.of(editor.diagram(), Set.of()))) {
            assertThat(editor.execute(new PasteElements(text, new Point(0, 0), Optional.empty()))
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void nothingIsPastedIntoATask() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Check")));

        assertThat(editor.execute(new PasteElements(copied, new Point(0, 0), Optional.of(id("Check"))))
                        .isEmpty())
                .isTrue();
    }

    private static BpmnElement only(ChangeSet changes, BpmnType type) {
        return changes.created().stream()
                .filter(element -> element.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
