package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenedProcessesLeaveWithCallsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void whatIsDrawnInAnOpenCallActivityBelongsToTheProcessThatItCalls() throws Exception {
        Editor editor = open();

        ElementId task = create(editor, NodeKind.of(BpmnType.TASK), new Point(350, 200), "Call");

        assertThat(parent(editor, task)).contains(id("Called"));
        editor.execute(new Connect(id("Inner"), task));
        assertThat(editor.diagram().outgoing(id("Inner"))).hasSize(1);
        editor.execute(new Connect(id("Inner"), id("After")));
        assertThat(editor.diagram().outgoing(id("Inner")))
                .as("no flow leaves the process that is called")
                .hasSize(1);
    }

    @Test
    void itMovesWithItAndMakesItGrow() throws Exception {
        Editor editor = open();

        editor.execute(MoveElements.by(Set.of(id("Call")), 30, 40));
        assertThat(bounds(editor, "Inner")).isEqualTo(new Bounds(262, 222, 36, 36));

        create(editor, NodeKind.of(BpmnType.TASK), new Point(570, 240), "Call");
        assertThat(bounds(editor, "Call")).isEqualTo(new Bounds(230, 140, 450, 200));
    }

    @Test
    void itGoesIntoAnOpenCallActivityByBeingDroppedOnIt() throws Exception {
        Editor editor = open();

        editor.execute(new MoveElements(Set.of(id("After")), -250, 0, new MoveElements.Onto(Optional.of(id("Call")))));

        assertThat(parent(editor, id("After"))).contains(id("Called"));
        assertThat(editor.diagram().incoming(id("After")))
                .as("no flow leads across")
                .isEmpty();
    }

    @Test
    void aDeletedCallTakesTheProcessAlong() throws Exception {
        Editor editor = open();

        editor.execute(new DeleteElements(Set.of(id("Call"))));

        assertThat(editor.diagram().element(id("Called"))).isEmpty();
        assertThat(editor.diagram().shape(id("Inner"))).isEmpty();
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aCallThatBecomesATaskTakesTheProcessAlong() throws Exception {
        Editor editor = open();

        editor.execute(new ReplaceElement(id("Call"), NodeKind.of(BpmnType.USER_TASK)));

        assertThat(editor.diagram().element(id("Called"))).isEmpty();
        assertThat(bounds(editor, "Call")).isEqualTo(new Bounds(325, 160, 100, 80));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aProcessThatSomethingElseCallsStays() throws Exception {
        Editor editor = open();
        ElementId other = create(
                editor, NodeKind.of(BpmnType.CALL_ACTIVITY).with("calledElement", "Called"), new Point(350, 500), null);

        editor.execute(new DeleteElements(Set.of(other)));
        assertThat(editor.diagram().element(id("Called"))).isPresent();

        create(editor, NodeKind.of(BpmnType.CALL_ACTIVITY).with("calledElement", "Called"), new Point(350, 500), null);
        editor.execute(new DeleteElements(Set.of(id("Call"))));
        assertThat(editor.diagram().element(id("Called"))).isPresent();
    }

    @Test
    void aNewOpenCallActivityHasAProcessWithAStart() throws Exception {
        Editor editor = open();

        ElementId call = create(editor, NodeKind.of(BpmnType.CALL_ACTIVITY).asExpanded(), new Point(400, 600), null);

        ElementId process = editor.diagram()
                .element(call)
                .orElseThrow()
                .reference("calledElement")
                .orElseThrow();
        assertThat(editor.diagram().children(process))
                .extracting(BpmnElement::type)
                .containsExactly(BpmnType.START_EVENT);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    private static ElementId create(Editor editor, NodeKind kind, Point at, String onto) {
        return editor
                .execute(new CreateShape(kind, at, Optional.ofNullable(onto).map(ElementId::new)))
                .created()
                .stream()
                .filter(element -> element.type() == kind.type())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Optional<ElementId> parent(Editor editor, ElementId element) {
        return editor.diagram().element(element).flatMap(BpmnElement::parent);
    }

    private static Bounds bounds(Editor editor, String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private Editor open() throws Exception {
        return invariants.open("opened-processes-leave-with-calls.bpmn");
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
