package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.MoveElements.Onto;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever is done to a flow, it begins and ends at what it connects. In this file one does not from the beginning.
class LinesReachTheirEndsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aHealedFlowDoesNotInheritALooseEnd() throws Exception {
        Editor editor = open();
        assertThat(LooseEnds.of(editor.diagram())).containsExactly("the end of ToEnd at End");

        editor.execute(new DeleteElements(Set.of(id("Check"))));

        assertThat(editor.diagram().element(id("ToCheck")).orElseThrow().target())
                .hasValue(id("End"));
        assertThat(LooseEnds.of(editor.diagram())).isEmpty();
    }

    @Test
    void aTaskOnAFlowThatCoversTheNextOneLeavesNoLineWithoutEnd() throws Exception {
        Editor editor = open();

        editor.execute(new CreateShape(NodeKind.of(BpmnType.TASK), new Point(490, 120), Optional.of(id("ToCheck"))));

        assertThat(editor.diagram().incoming(id("Check"))).hasSize(1).doesNotContain(id("ToCheck"));
        assertThat(LooseEnds.of(editor.diagram())).containsExactly("the end of ToEnd at End");
    }

    @Test
    void anActivityDoesNotGoIntoTheFlowOfAnEventOnItsBorder() throws Exception {
        Editor editor = open();

        ChangeSet changes =
                editor.execute(new MoveElements(Set.of(id("Write")), 100, 160, new Onto(Optional.of(id("ToRemind")))));

        assertThat(changes.isEmpty()).isTrue();
    }

    private Editor open() throws Exception {
        return invariants.open("lines-reach-their-ends.bpmn");
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
