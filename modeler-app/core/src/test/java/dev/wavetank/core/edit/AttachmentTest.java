package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.MoveElements.Onto;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttachmentTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void anEventDroppedOnABorderIsAttached() throws Exception {
        Editor editor = invariants.open("attachment.bpmn");

        move(editor, "Wait", -132, 38, "Work");

        BpmnElement event = element(editor, "Wait");
        assertThat(event.type()).isEqualTo(BpmnType.BOUNDARY_EVENT);
        assertThat(event.name()).contains("two days");
        assertThat(event.attachedTo()).contains(id("Work"));
        assertThat(event.hasEventDefinition(Kind.TIMER)).isTrue();
        assertThat(center(editor, "Wait")).isEqualTo(new Point(288, 160));
        assertThat(editor.diagram().element(id("Flow_in")))
                .as("no flow leads to a boundary event")
                .isEmpty();
        assertThat(element(editor, "Flow_out").source()).contains(id("Wait"));
        assertThat(event.references("incoming")).isEmpty();
        assertThat(event.references("outgoing")).containsExactly(id("Flow_out"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void anAttachedEventGoesWithItsNewHost() throws Exception {
        Editor editor = invariants.open("attachment.bpmn");
        move(editor, "Wait", -132, 38, "Work");
        Point before = center(editor, "Wait");

        editor.execute(MoveElements.by(Set.of(id("Work")), 10, 30));

        assertThat(center(editor, "Wait")).isEqualTo(new Point(before.x() + 10, before.y() + 30));
    }

    @Test
    void aBoundaryEventSlidesAlongTheBorder() throws Exception {
        Editor editor = invariants.open("attachment.bpmn");

        move(editor, "Failed", 45, -35, "Work");

        assertThat(center(editor, "Failed")).isEqualTo(new Point(300, 125));
        assertThat(element(editor, "Failed").attachedTo()).contains(id("Work"));
    }

    @Test
    void aBoundaryEventMovesToAnotherActivity() throws Exception {
        Editor editor = invariants.open("attachment.bpmn");

        move(editor, "Failed", 0, 130, "Other");

        assertThat(element(editor, "Failed").attachedTo()).contains(id("Other"));
        assertThat(editor.diagram().attachers(id("Work"))).containsExactly(id("Asked"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aBoundaryEventDraggedOffBecomesAnIntermediateEvent() throws Exception {
        Editor editor = invariants.open("attachment.bpmn");

        move(editor, "Asked", 0, -100, null);

        BpmnElement event = element(editor, "Asked");
        assertThat(event.type()).isEqualTo(BpmnType.INTERMEDIATE_CATCH_EVENT);
        assertThat(event.attachedTo()).isEmpty();
        assertThat(event.attribute("cancelActivity")).isEmpty();
        assertThat(event.hasEventDefinition(Kind.MESSAGE)).isTrue();
        assertThat(center(editor, "Asked")).isEqualTo(new Point(230, -20));
        assertThat(editor.diagram().attachers(id("Work"))).containsExactly(id("Failed"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aCaughtErrorExistsOnlyOnABorder() throws Exception {
        Editor editor = invariants.open("attachment.bpmn");

        assertThat(move(editor, "Failed", 0, -200, null).isEmpty()).isTrue();
    }

    private static ChangeSet move(Editor editor, String element, double dx, double dy, String onto) {
        Optional<ElementId> target = Optional.ofNullable(onto).map(ElementId::new);
        return editor.execute(new MoveElements(Set.of(id(element)), dx, dy, new Onto(target)));
    }

    private static BpmnElement element(Editor editor, String element) {
        return editor.diagram().element(id(element)).orElseThrow();
    }

    private static Point center(Editor editor, String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds().center();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
