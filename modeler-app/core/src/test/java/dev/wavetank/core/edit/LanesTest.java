package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.AddLane;
import dev.wavetank.core.edit.command.MakeSpace;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.SplitLane;
import dev.wavetank.core.geometry.Bounds;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LanesTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aPoolWithLanesGrowsWithItsContent() throws Exception {
        Editor editor = invariants.open("lanes.bpmn");

        editor.execute(MoveElements.by(Set.of(id("Task_2")), 300, 0));

        assertThat(bounds(editor, "Pool")).isEqualTo(new Bounds(100, 100, 660, 250));
        assertThat(bounds(editor, "Lane_1")).isEqualTo(new Bounds(130, 100, 630, 125));
        assertThat(bounds(editor, "Lane_2")).isEqualTo(new Bounds(130, 225, 630, 125));
    }

    @Test
    void aLaneAddedBelowMakesRoom() throws Exception {
        Editor editor = invariants.open("lanes.bpmn");

        ElementId lane = lane(editor.execute(new AddLane(id("Lane_1"), true)));

        assertThat(bounds(editor, lane.value())).isEqualTo(new Bounds(130, 225, 570, 120));
        assertThat(bounds(editor, "Lane_1")).isEqualTo(new Bounds(130, 100, 570, 125));
        assertThat(bounds(editor, "Lane_2")).isEqualTo(new Bounds(130, 345, 570, 125));
        assertThat(bounds(editor, "Task_2")).isEqualTo(new Bounds(300, 365, 100, 80));
        assertThat(bounds(editor, "Pool")).isEqualTo(new Bounds(100, 100, 600, 370));
        assertThat(bounds(editor, "Customer")).isEqualTo(new Bounds(100, 540, 600, 60));
        assertThat(members(editor, "Lane_2")).containsExactly(id("Task_2"));
        assertThat(editor.diagram().element(lane).orElseThrow().parent()).contains(id("LaneSet_1"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aPoolWithoutLanesGetsTwo() throws Exception {
        Editor editor = invariants.open("two-pools.bpmn");

        List<ElementId> lanes = editor.execute(new AddLane(id("Upper"), true)).created().stream()
                .filter(element -> element.type() == BpmnType.LANE)
                .map(BpmnElement::id)
                .toList();

        assertThat(lanes).hasSize(2);
        assertThat(lanes)
                .extracting(lane -> bounds(editor, lane.value()))
                .containsExactlyInAnyOrder(new Bounds(130, 100, 570, 160), new Bounds(130, 260, 570, 120));
        ElementId first = lanes.stream()
                .filter(lane -> bounds(editor, lane.value()).y() == 100)
                .findFirst()
                .orElseThrow();
        assertThat(members(editor, first.value())).contains(id("One"), id("Two"), id("End"));
        assertThat(editor.diagram().planes().getFirst().shapes().subList(0, 3))
                .extracting(shape -> shape.element())
                .containsSequence(id("Upper"), first);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aPoolThatHidesItsProcessHasNoLanes() throws Exception {
        Editor editor = invariants.open("lanes.bpmn");

        assertThat(editor.execute(new AddLane(id("Customer"), true)).isEmpty()).isTrue();
        assertThat(editor.execute(new SplitLane(id("Customer"), 2)).isEmpty()).isTrue();
    }

    @Test
    void aLaneIsSplitIntoLanes() throws Exception {
        Editor editor = invariants.open("lanes.bpmn");

        List<Bounds> parts = editor.execute(new SplitLane(id("Lane_1"), 2)).created().stream()
                .filter(element -> element.type() == BpmnType.LANE)
                .map(element -> bounds(editor, element.id().value()))
                .toList();

        assertThat(parts).containsExactlyInAnyOrder(new Bounds(160, 100, 540, 62), new Bounds(160, 162, 540, 63));
        assertThat(bounds(editor, "Lane_1")).isEqualTo(new Bounds(130, 100, 570, 125));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aLaneThatIsTooThinGrowsWhenItIsSplit() throws Exception {
        Editor editor = invariants.open("lanes.bpmn");

        editor.execute(new SplitLane(id("Lane_1"), 3));

        assertThat(bounds(editor, "Lane_1")).isEqualTo(new Bounds(130, 100, 570, 180));
        assertThat(bounds(editor, "Lane_2")).isEqualTo(new Bounds(130, 280, 570, 125));
        assertThat(bounds(editor, "Pool")).isEqualTo(new Bounds(100, 100, 600, 305));
    }

    @Test
    void theSpaceToolPushesAndStretches() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new MakeSpace(0, false, 550, 100));

        assertThat(bounds(editor, "Ok")).isEqualTo(new Bounds(375, 175, 50, 50));
        assertThat(bounds(editor, "Ship")).isEqualTo(new Bounds(500, 100, 350, 200));
        assertThat(bounds(editor, "Pack")).isEqualTo(new Bounds(660, 160, 100, 80));
        assertThat(bounds(editor, "Done")).isEqualTo(new Bounds(932, 182, 36, 36));
    }

    private static ElementId lane(ChangeSet changes) {
        return changes.created().stream()
                .filter(element -> element.type() == BpmnType.LANE)
                .map(BpmnElement::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<ElementId> members(Editor editor, String lane) {
        return editor.diagram().element(id(lane)).orElseThrow().references("flowNodeRef");
    }

    private static Bounds bounds(Editor editor, String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
