package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.NodeKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AppendPreviewTest {
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
    void whatIsShownIsWhatIsAppended() {
        host.previewAppend(new ElementId("Check"), NodeKind.of(BpmnType.TASK));
        Preview.Appended shown = (Preview.Appended) host.state().previews().getFirst();
        assertThat(editor.history().canUndo()).isFalse();
        assertThat(host.state().isGesturing()).isFalse();

        host.append(new ElementId("Check"), NodeKind.of(BpmnType.TASK));

        ElementId created = host.state().editLabel().orElseThrow();
        ElementId flow = editor.diagram().incoming(created).getFirst();
        assertThat(shown.bounds())
                .isEqualTo(editor.diagram().shape(created).orElseThrow().bounds());
        assertThat(shown.line())
                .isEqualTo(editor.diagram().edge(flow).orElseThrow().waypoints());
    }

    @Test
    void itGoesAway() {
        host.previewAppend(new ElementId("Check"), NodeKind.of(BpmnType.END_EVENT));
        host.endPreview();

        assertThat(host.state().previews()).isEmpty();
    }
}
