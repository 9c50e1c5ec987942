package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ToolHostTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private final List<Point> pans = new ArrayList<>();
    private Editor editor;
    private ToolHost host;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("/dev/wavetank/core/edit/order.bpmn");
        host = new ToolHost(editor, 0, (dx, dy) -> pans.add(new Point(dx, dy)), state -> {});
    }

    @Test
    void aClickSelects() {
        click(250, 200);

        assertThat(host.state().selection()).containsExactly(id("Check"));
        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void aClickOnALineSelectsIt() {
        click(160, 205);

        assertThat(host.state().selection()).containsExactly(id("Flow_1"));
    }

    @Test
    void theBoundaryEventIsHitBeforeItsHost() {
        click(620, 290);

        assertThat(host.state().selection()).containsExactly(id("Late"));
    }

    @Test
    void shiftClickAddsAndTakesAway() {
        click(250, 200);
        shiftClick(400, 200);
        assertThat(host.state().selection()).containsExactlyInAnyOrder(id("Check"), id("Ok"));

        shiftClick(250, 200);
        assertThat(host.state().selection()).containsExactly(id("Ok"));
    }

    @Test
    void anEventDraggedOffItsBorderIsAttachedNoMore() {
        drag(620, 300, 620, 460);

        assertThat(editor.diagram().element(id("Late")).orElseThrow().type())
                .isEqualTo(BpmnType.INTERMEDIATE_CATCH_EVENT);
        drag(620, 460, 700, 305);
        assertThat(editor.diagram().element(id("Late")).orElseThrow().attachedTo())
                .contains(id("Ship"));
        assertThat(bounds("Late").center().y()).isEqualTo(300);
    }

    @Test
    void theEndOfASelectedLineGoesToAnotherElement() {
        click(600, 400);
        drag(832, 400, 850, 205);

        assertThat(editor.diagram().element(id("Flow_4")).orElseThrow().target())
                .contains(id("Done"));
    }

    @Test
    void theEndOfALineGoesOnlyWhereItMay() {
        click(600, 400);
        drag(832, 400, 118, 200);

        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void aDragMovesAndIsOneStep() {
        drag(250, 200, 250, 350);

        assertThat(bounds("Check")).isEqualTo(new Bounds(200, 310, 100, 80));
        assertThat(editor.history().depth()).isOne();
        assertThat(host.state().previews()).isEmpty();
    }

    @Test
    void aDragShowsWhereItWouldGoAndEscapeGivesItUp() {
        host.pressed(PointerEvent.at(250, 200));
        host.moved(PointerEvent.at(250, 350));

        assertThat(host.state().previews()).contains(new Preview.Ghost(id("Check"), new Bounds(200, 310, 100, 80)));
        host.key(KeyStroke.of("Escape"));
        host.released(PointerEvent.at(250, 350));
        assertThat(bounds("Check")).isEqualTo(new Bounds(200, 160, 100, 80));
        assertThat(host.state().previews()).isEmpty();
    }

    @Test
    void aDragSnapsToTheMiddleOfAnotherShape() {
        host.pressed(PointerEvent.at(610, 230));
        host.moved(PointerEvent.at(611, 235));

        assertThat(host.state().guides()).contains(new SnapGuide(false, 200));
    }

    @Test
    void aDropThatTheRulesForbidDoesNothingAndSaysWhy() {
        host.pressed(PointerEvent.at(250, 180));
        host.moved(PointerEvent.at(400, 200));

        assertThat(host.state().pointer()).isEqualTo(Pointer.FORBIDDEN);
        assertThat(host.state().reason()).isPresent();
        host.released(PointerEvent.at(400, 200));
        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void aDragIntoASubProcessMakesItAChildAndDropsTheFlowsAcross() {
        drag(250, 200, 690, 260);

        assertThat(editor.diagram().element(id("Check")).flatMap(BpmnElement::parent))
                .contains(id("Ship"));
        assertThat(editor.diagram().element(id("Flow_1"))).isEmpty();
        assertThat(editor.diagram().edge(id("Flow_1"))).isEmpty();
    }

    @Test
    void theLassoSelectsWhatIsWhollyInside() {
        host.useLasso();
        drag(90, 150, 310, 250);

        assertThat(host.state().selection()).containsExactlyInAnyOrder(id("Start"), id("Check"), id("Flow_1"));
    }

    @Test
    void aHandleResizes() {
        click(700, 270);
        assertThat(host.state().selection()).containsExactly(id("Ship"));

        drag(750, 300, 800, 340);

        assertThat(bounds("Ship")).isEqualTo(new Bounds(500, 100, 300, 240));
    }

    @Test
    void draggingTheSheetPans() {
        drag(20, 20, 50, 60);

        assertThat(pans).contains(new Point(30, 40));
    }

    @Test
    void theConnectToolConnects() {
        host.useConnect();
        drag(610, 200, 340, 75);

        assertThat(editor.diagram().incoming(id("Note"))).hasSize(2);
    }

    @Test
    void aConnectionThatIsForbiddenIsNotDrawn() {
        host.useConnect();
        host.pressed(PointerEvent.at(850, 200));
        host.moved(PointerEvent.at(250, 200));

        assertThat(host.state().pointer()).isEqualTo(Pointer.FORBIDDEN);
        host.released(PointerEvent.at(250, 200));
        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void aShapeIsCarriedAndPutDown() {
        host.create(NodeKind.of(BpmnType.USER_TASK));
        host.released(PointerEvent.at(0, 0));
        host.moved(PointerEvent.at(250, 500));
        assertThat(host.state().previews()).hasAtLeastOneElementOfType(Preview.NewShape.class);

        host.pressed(PointerEvent.at(250, 500));
        host.released(PointerEvent.at(250, 500));

        ElementId created = host.state().selection().iterator().next();
        assertThat(bounds(created.value())).isEqualTo(new Bounds(200, 460, 100, 80));
        assertThat(editor.diagram().element(created).flatMap(BpmnElement::parent))
                .contains(id("Order"));
    }

    @Test
    void aTimerPutOnABorderIsAttached() {
        host.create(NodeKind.event(BpmnType.INTERMEDIATE_CATCH_EVENT, Kind.TIMER));
        host.moved(PointerEvent.at(250, 238));
        host.released(PointerEvent.at(250, 238));

        ElementId created = host.state().selection().iterator().next();
        BpmnElement event = editor.diagram().element(created).orElseThrow();
        assertThat(event.type()).isEqualTo(BpmnType.BOUNDARY_EVENT);
        assertThat(event.attachedTo()).contains(id("Check"));
        assertThat(bounds(created.value()).center()).isEqualTo(new Point(250, 240));
    }

    @Test
    void appendCreatesConnectsAndAsksForTheName() {
        host.append(id("Check"), NodeKind.of(BpmnType.TASK));

        ElementId created = host.state().editLabel().orElseThrow();
        assertThat(editor.diagram().incoming(created)).hasSize(1);
        assertThat(editor.history().depth()).isOne();
    }

    @Test
    void draggingAnEndSegmentMakesACorner() {
        click(400, 250);
        drag(400, 330, 440, 350);

        assertThat(editor.diagram().edge(id("Flow_4")).orElseThrow().waypoints())
                .contains(new Point(440, 350));
    }

    @Test
    void aLabelIsDragged() {
        click(120, 232);
        drag(120, 232, 130, 262);

        assertThat(editor.diagram().shape(id("Start")).orElseThrow().labelBounds())
                .contains(new Bounds(89, 255, 78, 14));
    }

    @Test
    void aDoubleClickAsksForTheLabel() {
        host.pressed(new PointerEvent(250, 200, PointerEvent.Button.PRIMARY, Set.of(), 2));

        assertThat(host.state().editLabel()).contains(id("Check"));
    }

    @Test
    void keysDeleteNudgeAndSelectAll() {
        click(250, 200);
        host.key(KeyStroke.of("ArrowRight", Modifier.SHIFT));
        assertThat(bounds("Check").x()).isEqualTo(210);

        host.key(KeyStroke.of("Delete"));
        assertThat(editor.diagram().element(id("Check"))).isEmpty();
        assertThat(host.state().selection()).isEmpty();

        host.key(KeyStroke.of("a", Modifier.SHORTCUT));
        assertThat(host.state().selection()).hasSizeGreaterThan(10);
    }

    @Test
    void anUndoLeavesNothingSelectedThatIsGone() {
        host.append(id("Check"), NodeKind.of(BpmnType.TASK));
        editor.undo();

        assertThat(host.state().selection()).isEmpty();
        assertThat(host.state().hover()).isEqualTo(Optional.empty());
    }

    private void click(double x, double y) {
        host.pressed(PointerEvent.at(x, y));
        host.released(PointerEvent.at(x, y));
    }

    private void shiftClick(double x, double y) {
        host.pressed(new PointerEvent(x, y, PointerEvent.Button.PRIMARY, Set.of(Modifier.SHIFT), 1));
        host.released(PointerEvent.at(x, y));
    }

    private void drag(double x, double y, double toX, double toY) {
        host.moved(PointerEvent.at(x, y));
        host.pressed(PointerEvent.at(x, y));
        host.moved(PointerEvent.at((x + toX) / 2, (y + toY) / 2));
        host.moved(PointerEvent.at(toX, toY));
        host.released(PointerEvent.at(toX, toY));
    }

    private Bounds bounds(String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
