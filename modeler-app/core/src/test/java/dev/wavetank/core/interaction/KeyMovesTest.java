package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.geometry.Bounds;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyMovesTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private ToolHost host;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        host = new ToolHost(editor, 0, (dx, dy) -> {}, state -> {});
    }

    @Test
    void arrowsMoveByOneAndWithShiftByTen() {
        host.select(Set.of(id("Check")));
        host.key(KeyStroke.of("ArrowDown"));
        host.key(KeyStroke.of("ArrowLeft", Modifier.SHIFT));

        assertThat(bounds("Check")).isEqualTo(new Bounds(190, 161, 100, 80));
    }

    @Test
    void aShapeMovedIntoASubProcessByKeyStaysWhatItIs() {
        host.select(Set.of(id("Check")));
        for (int i = 0; i < 45; i++) {
            host.key(KeyStroke.of("ArrowRight", Modifier.SHIFT));
        }

        assertThat(bounds("Check").x()).isEqualTo(650);
        assertThat(editor.diagram().element(id("Check")).flatMap(BpmnElement::parent))
                .contains(id("Order"));
        BpmnElement flow = editor.diagram().element(id("Flow_1")).orElseThrow();
        assertThat(flow.source()).contains(id("Start"));
        assertThat(flow.target()).contains(id("Check"));
    }

    @Test
    void aBoundaryEventMovesByKeyOnlyWithItsHost() {
        host.select(Set.of(id("Late")));
        host.key(KeyStroke.of("ArrowRight", Modifier.SHIFT));
        assertThat(editor.history().canUndo()).isFalse();

        host.select(Set.of(id("Late"), id("Ship")));
        host.key(KeyStroke.of("ArrowRight", Modifier.SHIFT));
        assertThat(bounds("Late")).isEqualTo(new Bounds(612, 282, 36, 36));
    }

    private Bounds bounds(String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
