package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.geometry.Bounds;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LabelHandlesTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private ToolHost host;
    private Mouse mouse;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        host = new ToolHost(editor, 0, (dx, dy) -> {}, state -> {});
        mouse = new Mouse(host);
        mouse.click(120, 232);
    }

    @Test
    void theRightBorderOfALabelIsDragged() {
        mouse.drag(157, 232, 187, 240);

        assertThat(label()).contains(new Bounds(79, 225, 108, 14));
    }

    @Test
    void theLeftBorderOfALabelIsDragged() {
        mouse.drag(79, 232, 60, 232);

        assertThat(label()).contains(new Bounds(60, 225, 97, 14));
    }

    @Test
    void aLabelStaysWideEnoughToBeFound() {
        mouse.drag(79, 232, 300, 232);

        assertThat(label()).contains(new Bounds(137, 225, 20, 14));
    }

    @Test
    void thePointerSaysThatABorderCanBeDragged() {
        host.moved(PointerEvent.at(157, 232));

        assertThat(host.state().pointer()).isEqualTo(Pointer.RESIZE_EAST);
    }

    private Optional<Bounds> label() {
        return editor.diagram().shape(new ElementId("Start")).orElseThrow().labelBounds();
    }
}
