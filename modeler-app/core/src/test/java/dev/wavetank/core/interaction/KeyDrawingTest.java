package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.catalogue.Entry;
import dev.wavetank.core.catalogue.Offers;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Drawing by keys alone.
class KeyDrawingTest {
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
    void tabGoesThroughWhatMayBeConnectedAndEnterConnects() {
        int before = editor.diagram().outgoing(id("Check")).size();
        host.select(Set.of(id("Check")));
        host.useConnect();

        host.key(KeyStroke.of("Tab"));
        ElementId first = host.state().hover().orElseThrow();
        host.key(KeyStroke.of("Tab"));
        ElementId second = host.state().hover().orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(host.state().previews()).contains(new Preview.DropTarget(second, true));
        host.key(KeyStroke.of("Tab", Modifier.SHIFT));
        assertThat(host.state().hover()).contains(first);
        host.key(KeyStroke.of("Enter"));

        assertThat(host.isLinking()).isFalse();
        assertThat(editor.diagram().outgoing(id("Check"))).hasSize(before + 1);
        assertThat(editor.diagram()
                        .element(editor.diagram().outgoing(id("Check")).getLast())
                        .flatMap(BpmnElement::target))
                .contains(first);
    }

    @Test
    void whatMayNotBeConnectedIsPassedOver() {
        host.select(Set.of(id("Check")));
        host.useConnect();

        for (int i = 0; i < 30; i++) {
            host.key(KeyStroke.of("Tab"));
            BpmnType aimed = editor.diagram()
                    .element(host.state().hover().orElseThrow())
                    .orElseThrow()
                    .type();
            assertThat(aimed).isNotIn(BpmnType.START_EVENT, BpmnType.BOUNDARY_EVENT);
        }
        host.key(KeyStroke.of("Escape"));
        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void altAndShiftWithArrowsResize() {
        Bounds before = bounds("Check");
        host.select(Set.of(id("Check")));
        host.key(KeyStroke.of("ArrowRight", Modifier.ALT, Modifier.SHIFT));
        host.key(KeyStroke.of("ArrowDown", Modifier.ALT, Modifier.SHIFT));

        assertThat(bounds("Check"))
                .isEqualTo(new Bounds(before.x(), before.y(), before.width() + 10, before.height() + 10));
    }

    @Test
    void theFlowsOfAnElementAreSelectedOneAfterTheOtherAndLeadOn() {
        Plane plane = editor.diagram().planes().getFirst();
        List<ElementId> flows = editor.diagram().outgoing(id("Check"));
        ElementId flow =
                Traversal.nextFlow(editor.diagram(), Set.of(id("Check"))).orElseThrow();

        assertThat(flow).isEqualTo(flows.getFirst());
        assertThat(Traversal.nextFlow(editor.diagram(), Set.of(flows.getLast())))
                .contains(flow);
        assertThat(Traversal.next(editor.diagram(), plane, Set.of(flow), false))
                .isEqualTo(editor.diagram().element(flow).flatMap(BpmnElement::target));
        assertThat(Traversal.next(editor.diagram(), plane, Set.of(flow), true)).contains(id("Check"));
    }

    @Test
    void eventsAreAttachedSideBySide() {
        List<Entry> offered = new Offers(editor.diagram()).attachTo(id("Check"));
        assertThat(offered).extracting(Entry::id).contains("boundary-timer").doesNotContain("boundary-cancel");
        assertThat(new Offers(editor.diagram()).attachTo(id("Start"))).isEmpty();

        NodeKind timer = NodeKind.event(BpmnType.BOUNDARY_EVENT, Kind.TIMER);
        host.append(id("Check"), timer);
        host.append(id("Check"), timer);

        List<Bounds> events = editor.diagram().attachers(id("Check")).stream()
                .map(event -> editor.diagram().shape(event).orElseThrow().bounds())
                .toList();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().intersects(events.getLast())).isFalse();
        assertThat(events)
                .allSatisfy(at ->
                        assertThat(at.center().y()).isEqualTo(bounds("Check").bottom()));
        assertThat(host.state().editLabel())
                .isEqualTo(Optional.of(host.state().selection().iterator().next()));
    }

    @Test
    void theFirstPoolIsSelectedThoughItBringsItsCollaborationAlong() {
        host.create(NodeKind.of(BpmnType.PARTICIPANT).asExpanded());
        host.moved(PointerEvent.at(300, 200));
        host.released(PointerEvent.at(300, 200));

        assertThat(host.state().selection())
                .singleElement()
                .satisfies(pool -> assertThat(
                                editor.diagram().element(pool).orElseThrow().type())
                        .isEqualTo(BpmnType.PARTICIPANT));
    }

    @Test
    void whatFollowsInAnOpenCallActivityBelongsToTheProcessThatItCalls() {
        host.create(NodeKind.of(BpmnType.CALL_ACTIVITY).asExpanded());
        host.moved(PointerEvent.at(400, 700));
        host.released(PointerEvent.at(400, 700));
        ElementId start = editor.diagram().elements().stream()
                .filter(element -> element.type() == BpmnType.START_EVENT)
                .map(BpmnElement::id)
                .reduce((_, last) -> last)
                .orElseThrow();

        host.append(start, NodeKind.of(BpmnType.TASK));

        ElementId task = host.state().selection().iterator().next();
        assertThat(editor.diagram().incoming(task)).hasSize(1);
        assertThat(editor.diagram().element(task).flatMap(BpmnElement::parent))
                .isEqualTo(editor.diagram().element(start).flatMap(BpmnElement::parent));
    }

    private Bounds bounds(String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
