package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.edit.command.Excerpt;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Point;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CarryTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;
    private ToolHost host;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        host = new ToolHost(editor, 0, (dx, dy) -> {}, state -> {});
    }

    private Excerpt copy(String... ids) {
        Set<ElementId> elements =
                java.util.Arrays.stream(ids).map(ElementId::new).collect(java.util.stream.Collectors.toSet());
        return Excerpt.read(CopiedElements.of(editor.diagram(), elements)).orElseThrow();
    }

    private static PointerEvent at(double x, double y) {
        return new PointerEvent(x, y, PointerEvent.Button.PRIMARY, Set.of(), 1);
    }

    @Test
    void whatIsCarriedFollowsThePointerUntilAClickPutsItDown() {
        host.carry(copy("Check", "Ok"));
        host.moved(at(500, 700));
        assertThat(host.state().previews())
                .filteredOn(Preview.NewShape.class::isInstance)
                .hasSize(2);
        assertThat(host.isCarrying()).isTrue();

        host.pressed(at(500, 700));
        host.released(at(500, 700));

        assertThat(host.isCarrying()).isFalse();
        assertThat(host.state().selection()).hasSize(2);
        assertThat(editor.history().depth()).isOne();
    }

    @Test
    void overATaskItCannotBePutDownAndTheReasonIsTold() {
        host.carry(copy("Check"));
        Point task = editor.diagram()
                .shape(new ElementId("Check"))
                .orElseThrow()
                .bounds()
                .center();

        host.released(at(task.x(), task.y()));

        assertThat(host.isCarrying()).isTrue();
        assertThat(host.state().reason()).isPresent();
        assertThat(host.state().pointer()).isEqualTo(Pointer.FORBIDDEN);
        host.key(KeyStroke.of("Escape"));
        assertThat(host.isCarrying()).isFalse();
        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void pastedIntoAnOpenSubProcessItBelongsToIt() {
        Point inside = editor.diagram()
                .shape(new ElementId("Ship"))
                .orElseThrow()
                .bounds()
                .center();

        host.paste(copy("Ok"), new Point(inside.x() + 60, inside.y() + 50));

        assertThat(host.state().selection())
                .singleElement()
                .satisfies(id -> assertThat(editor.diagram().element(id).flatMap(BpmnElement::parent))
                        .contains(new ElementId("Ship")));
    }

    @Test
    void whatIsAppendedByHandIsConnectedInOneStep() {
        host.appendTo(new ElementId("Check"), NodeKind.of(BpmnType.TASK));
        host.moved(at(300, 700));
        host.released(at(300, 700));

        ElementId created = host.state().editLabel().orElseThrow();
        assertThat(editor.diagram().incoming(created)).hasSize(1);
        assertThat(editor.history().depth()).isOne();
    }
}
