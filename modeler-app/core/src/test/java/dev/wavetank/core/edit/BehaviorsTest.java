package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.edit.command.ResizeShape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BehaviorsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void contentAndBoundaryEventsMoveWithTheirContainer() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        ChangeSet changes = editor.execute(MoveElements.by(Set.of(id("Ship")), 20, 50));

        assertThat(bounds(editor, "Pack")).isEqualTo(new Bounds(580, 210, 100, 80));
        assertThat(bounds(editor, "Late")).isEqualTo(new Bounds(622, 332, 36, 36));
        assertThat(changes.touched())
                .contains(id("Ship"), id("Pack"), id("Late"), id("Flow_3"), id("Flow_5"), id("Flow_6"))
                .doesNotContain(id("Order"), id("Check"), id("Flow_1"), id("Flow_4"));
    }

    @Test
    void aDeletedNodeHealsItsFlow() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new DeleteElements(Set.of(id("Check"))));

        BpmnElement flow = editor.diagram().element(id("Flow_1")).orElseThrow();
        assertThat(flow.target()).contains(id("Ok"));
        assertThat(waypoints(editor, "Flow_1")).containsExactly(new Point(136, 200), new Point(375, 200));
        assertThat(editor.diagram().element(id("Flow_2"))).isEmpty();
        assertThat(editor.diagram().element(id("Link"))).isEmpty();
        assertThat(references(editor, "Ok", "incoming")).containsExactly(id("Flow_1"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aDeletedHostTakesEverythingAlong() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new DeleteElements(Set.of(id("Ship"))));

        for (String gone : List.of("Ship", "Pack", "Late", "Flow_6")) {
            assertThat(editor.diagram().element(id(gone))).as(gone).isEmpty();
            assertThat(editor.diagram().shape(id(gone))).as(gone).isEmpty();
            assertThat(editor.diagram().edge(id(gone))).as(gone).isEmpty();
        }
        assertThat(references(editor, "Refused", "incoming")).containsExactly(id("Flow_4"));
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aNodePutIntoAFlowSplitsIt() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        ElementId fresh = created(
                editor, new CreateShape(NodeKind.of(BpmnType.TASK), new Point(600, 400), Optional.of(id("Flow_4"))));

        assertThat(editor.diagram().element(id("Flow_4")).orElseThrow().target())
                .contains(fresh);
        ElementId second = editor.diagram().outgoing(fresh).getFirst();
        assertThat(editor.diagram().element(second).orElseThrow().target()).contains(id("Refused"));
        assertThat(waypoints(editor, "Flow_4"))
                .containsExactly(new Point(400, 225), new Point(400, 400), new Point(550, 400));
        assertThat(editor.diagram().edge(second).orElseThrow().waypoints())
                .containsExactly(new Point(650, 400), new Point(832, 400));
        assertThat(references(editor, "Refused", "incoming")).contains(second).doesNotContain(id("Flow_4"));
    }

    @Test
    void aSubProcessGrowsWhenSomethingIsPutNearItsBorder() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new CreateShape(NodeKind.of(BpmnType.TASK), new Point(720, 200), Optional.of(id("Ship"))));

        assertThat(bounds(editor, "Ship")).isEqualTo(new Bounds(500, 100, 330, 200));
    }

    @Test
    void aDeletedPoolTakesItsProcess() throws Exception {
        Editor editor = invariants.open("lanes.bpmn");

        editor.execute(new DeleteElements(Set.of(id("Pool"))));

        assertThat(editor.diagram().element(id("Process_1"))).isEmpty();
        assertThat(editor.diagram().planes().getFirst().shapes())
                .extracting(shape -> shape.element().value())
                .containsExactly("Customer");
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void betweenPoolsThereAreMessages() throws Exception {
        Editor editor = invariants.open("lanes.bpmn");

        ElementId flow = created(editor, new Connect(id("Task_1"), id("Customer")));

        assertThat(editor.diagram().element(flow).orElseThrow().type()).isEqualTo(BpmnType.MESSAGE_FLOW);
        assertThat(editor.diagram().element(flow).orElseThrow().parent()).contains(id("Collaboration_1"));
    }

    @Test
    void theFirstPoolWrapsTheProcess() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        ElementId pool = created(
                editor, new CreateShape(NodeKind.of(BpmnType.PARTICIPANT), new Point(400, 300), Optional.empty()));

        assertThat(editor.diagram().element(pool).orElseThrow().process()).contains(id("Order"));
        assertThat(bounds(editor, pool.value()).contains(bounds(editor, "Refused")))
                .isTrue();
        assertThat(editor.diagram().planes().getFirst().shapes().getFirst().element())
                .isEqualTo(pool);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void dataAndAnnotationsAreConnectedByTheirOwnKinds() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        ElementId data = editor
                .execute(new CreateShape(
                        NodeKind.of(BpmnType.DATA_OBJECT_REFERENCE), new Point(250, 400), Optional.empty()))
                .created()
                .stream()
                .filter(element -> element.type() == BpmnType.DATA_OBJECT_REFERENCE)
                .map(BpmnElement::id)
                .findFirst()
                .orElseThrow();

        editor.execute(new Connect(data, id("Check")));
        editor.execute(new Connect(id("Check"), data));
        editor.execute(new Connect(id("Note"), id("Ship")));

        assertThat(editor.diagram().outgoing(data)).hasSize(1);
        assertThat(editor.diagram().incoming(data)).hasSize(1);
        assertThat(editor.diagram().outgoing(id("Note"))).hasSize(1);
        editor.execute(new DeleteElements(Set.of(data)));
        assertThat(editor.diagram().elements()).noneMatch(element -> element.type() == BpmnType.DATA_OBJECT);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void whatTheRulesForbidDoesNothing() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        assertThat(editor.execute(new Connect(id("Done"), id("Check"))).isEmpty())
                .isTrue();
        assertThat(editor.execute(new Connect(id("Pack"), id("Check"))).isEmpty())
                .isTrue();
        assertThat(editor.execute(new Connect(id("Check"), id("Start"))).isEmpty())
                .isTrue();
        assertThat(editor.execute(new ResizeShape(id("Ok"), new Bounds(0, 0, 99, 99)))
                        .isEmpty())
                .isTrue();
        assertThat(editor.history().canUndo()).isFalse();
    }

    @Test
    void aNewGroupGetsItsNameAsACategory() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        ElementId group =
                created(editor, new CreateShape(NodeKind.of(BpmnType.GROUP), new Point(300, 300), Optional.empty()));

        editor.execute(new RenameElement(group, "First"));
        ChangeSet second = editor.execute(new RenameElement(group, "Second"));

        assertThat(editor.diagram().label(group)).contains("Second");
        assertThat(second.touched()).contains(group);
        editor.execute(new RenameElement(id("Note"), "three <people>"));
        assertThat(editor.diagram().label(id("Note"))).contains("three <people>");
    }

    @Test
    void aFirstNameGetsAPlaceForItsLabel() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new RenameElement(id("Ok"), "All right?"));
        assertThat(editor.diagram().shape(id("Ok")).orElseThrow().labelBounds())
                .as("it had a name, and its own way to show it")
                .isEmpty();
        editor.execute(new RenameElement(id("Done"), "Shipped"));
        editor.execute(new RenameElement(id("Flow_5"), "packed"));
        editor.execute(new RenameElement(id("Start"), ""));

        Bounds label =
                editor.diagram().shape(id("Done")).orElseThrow().labelBounds().orElseThrow();
        assertThat(label.center().x()).isEqualTo(850);
        assertThat(label.y()).isEqualTo(225);
        assertThat(editor.diagram().edge(id("Flow_5")).orElseThrow().labelBounds())
                .hasValueSatisfying(bounds -> assertThat(bounds.bottom()).isEqualTo(197));
        assertThat(editor.diagram().shape(id("Start")).orElseThrow().labelBounds())
                .isEmpty();
    }

    @Test
    void oneGestureIsOneStepAndOneNotice() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        List<ChangeSet> notices = new ArrayList<>();
        editor.addListener(notices::add);

        editor.execute(new CreateShape(
                NodeKind.event(BpmnType.INTERMEDIATE_CATCH_EVENT, Kind.MESSAGE),
                new Point(600, 400),
                Optional.of(id("Flow_4"))));

        assertThat(notices).hasSize(1);
        assertThat(editor.history().depth()).isOne();
        assertThat(editor.undo().orElseThrow().after())
                .isSameAs(notices.getFirst().before());
    }

    private static ElementId created(Editor editor, Command command) {
        return editor.execute(command).created().stream()
                .filter(element -> editor.diagram().shape(element.id()).isPresent()
                        || editor.diagram().edge(element.id()).isPresent())
                .filter(element -> element.type() != BpmnType.SEQUENCE_FLOW)
                .map(BpmnElement::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<ElementId> references(Editor editor, String element, String reference) {
        return editor.diagram().element(id(element)).orElseThrow().references(reference);
    }

    private static List<Point> waypoints(Editor editor, String connection) {
        return editor.diagram().edge(id(connection)).orElseThrow().waypoints();
    }

    private static Bounds bounds(Editor editor, String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
