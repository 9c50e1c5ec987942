package dev.wavetank.core.edit.command;

import static dev.wavetank.core.edit.Seen.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.Seen;
import dev.wavetank.core.geometry.Point;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is put into a sequence flow, on its line or beside it.
class DropOnFlowTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("drop-on-flow.bpmn");
        seen = new Seen(editor);
    }

    @Test
    void aNodeOnTheLineSplitsItAndTheLineStays() {
        ElementId node = put(new Point(350, 120));

        assertThat(seen.element("Flow").target()).contains(node);
        assertThat(seen.line("Flow")).containsExactly(new Point(200, 120), new Point(300, 120));
        ElementId second = editor.diagram().outgoing(node).getFirst();
        assertThat(seen.element(second.value()).target()).contains(id("Two"));
        assertThat(seen.line(second.value())).containsExactly(new Point(400, 120), new Point(500, 120));
    }

    @Test
    void aNodeBesideTheLineIsReachedByIt() {
        ElementId node = put(new Point(350, 400));

        assertThat(seen.element("Flow").target()).contains(node);
        assertThat(seen.bounds(node.value())
                        .inflate(1)
                        .contains(seen.line("Flow").getLast()))
                .isTrue();
    }

    private ElementId put(Point at) {
        return editor
                .execute(new CreateShape(NodeKind.of(BpmnType.TASK), at, Optional.of(id("Flow"))))
                .created()
                .stream()
                .filter(element -> element.type() == BpmnType.TASK)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
