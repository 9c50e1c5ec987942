package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.Reconnect.End;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An end of a connection goes to another element by keys alone.
class RedirectTest {
    private static final ElementId FLOW = new ElementId("Flow_5");

    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private ToolHost host;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        host = new ToolHost(editor, 0, (dx, dy) -> {}, state -> {});
        host.select(Set.of(FLOW));
    }

    @Test
    void theTargetGoesToWhatTabChoseAndEnterKept() {
        Optional<ElementId> before = target();
        host.redirect(End.TARGET);
        ElementId first = host.state().hover().orElseThrow();
        host.key(KeyStroke.of("Tab"));
        ElementId second = host.state().hover().orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(host.state().previews()).contains(new Preview.DropTarget(second, true));
        assertThat(host.isSeekingSource()).isFalse();
        host.key(KeyStroke.of("Enter"));

        assertThat(host.isLinking()).isFalse();
        assertThat(target()).contains(second).isNotEqualTo(before);
    }

    @Test
    void theSourceGoesElsewhereAndTheFlowStaysSelected() {
        host.redirect(End.SOURCE);
        assertThat(host.isSeekingSource()).isTrue();
        ElementId chosen = host.state().hover().orElseThrow();
        host.key(KeyStroke.of("Enter"));

        assertThat(editor.diagram().element(FLOW).flatMap(BpmnElement::source)).contains(chosen);
        assertThat(host.state().selection()).containsExactly(FLOW);
    }

    @Test
    void whatTheRulesForbidIsPassedOverAndEscapeGivesUp() {
        host.redirect(End.TARGET);
        Set<ElementId> passed = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            host.key(KeyStroke.of("Tab", Modifier.SHIFT));
            passed.add(host.state().hover().orElseThrow());
        }
        host.key(KeyStroke.of("Escape"));

        assertThat(passed)
                .extracting(id -> editor.diagram().element(id).orElseThrow().type())
                .doesNotContain(BpmnType.START_EVENT, BpmnType.BOUNDARY_EVENT);
        assertThat(passed).doesNotContain(target().orElseThrow());
        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void anArrowChoosesTheNearestOnThatSide() {
        host.redirect(End.TARGET);
        ElementId from = host.state().hover().orElseThrow();
        host.key(KeyStroke.of("ArrowLeft"));

        assertThat(x(host.state().hover().orElseThrow())).isLessThanOrEqualTo(x(from));
        host.key(KeyStroke.of("Escape"));
    }

    @Test
    void withoutAConnectionNothingIsTaken() {
        host.select(Set.of(new ElementId("Check")));
        host.redirect(End.TARGET);

        assertThat(host.isLinking()).isFalse();
    }

    private double x(ElementId id) {
        return editor.diagram().shape(id).orElseThrow().bounds().center().x();
    }

    private Optional<ElementId> target() {
        return editor.diagram().element(FLOW).flatMap(BpmnElement::target);
    }
}
