package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.PasteElements;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Copying what is more than nodes and flows: pools and lanes, message flows, sheets, and what a file keeps beside
/// its processes.
class ClipboardTest {
    private static final String EMPTY_PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" targetNamespace="t">
              <process id="P" isExecutable="true" />
              <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P" /></bpmndi:BPMNDiagram>
            </definitions>
            """;

    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void poolsGoWithLanesContentAndMessageFlows() throws Exception {
        Editor editor = invariants.open("clipboard.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Shop"), id("Customer")));

        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(400, 900), Optional.empty()));

        Diagram now = editor.diagram();
        List<BpmnElement> pools = created(pasted, BpmnType.PARTICIPANT);
        assertThat(pools).extracting(BpmnElement::name).contains(Optional.of("Shop"), Optional.of("Customer"));
        BpmnElement shop = named(pools, "Shop");
        assertThat(shop.process()).isPresent().isNotEqualTo(Optional.of(id("Process_shop")));
        List<BpmnElement> lanes = created(pasted, BpmnType.LANE);
        BpmnElement start = created(pasted, BpmnType.START_EVENT).getFirst();
        assertThat(named(lanes, "Office").references("flowNodeRef")).containsExactly(start.id());
        assertThat(created(pasted, BpmnType.MESSAGE_FLOW)).hasSize(2).allSatisfy(flow -> {
            assertThat(flow.parent()).contains(id("Collaboration"));
            assertThat(List.of(flow.source().orElseThrow(), flow.target().orElseThrow()))
                    .contains(named(pools, "Customer").id());
        });
        assertThat(now.shape(shop.id()).orElseThrow().bounds()).isEqualTo(new Bounds(100, 690, 600, 300));
        assertThat(now.findings()).isEmpty();
    }

    @Test
    void aMessageFlowDoesNotGoWithOneOfItsPools() throws Exception {
        Editor editor = invariants.open("clipboard.bpmn");

        for (Set<ElementId> some : List.of(Set.of(id("Shop")), Set.of(id("Received"), id("Pack"), id("Orders")))) {
            String copied = CopiedElements.of(editor.diagram(), some);
            assertThat(copied).doesNotContain("messageFlow").contains("Flow_1");
        }
    }

    @Test
    void aLaneAloneStandsForWhatItHolds() throws Exception {
        Editor editor = invariants.open("clipboard.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Store")));

        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(550, 170), Optional.of(id("Office"))));

        assertThat(created(pasted, BpmnType.LANE)).isEmpty();
        assertThat(created(pasted, BpmnType.SUB_PROCESS)).hasSize(1);
        assertThat(created(pasted, BpmnType.BOUNDARY_EVENT)).hasSize(1);
    }

    @Test
    void aClosedSubProcessKeepsItsSheet() throws Exception {
        Editor editor = invariants.open("clipboard.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Pack")));

        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(550, 170), Optional.of(id("Office"))));

        BpmnElement pack = created(pasted, BpmnType.SUB_PROCESS).getFirst();
        BpmnElement fold = created(pasted, BpmnType.USER_TASK).getFirst();
        Plane inner = editor.diagram().planes().stream()
                .filter(plane -> plane.element().equals(Optional.of(pack.id())))
                .findFirst()
                .orElseThrow();
        assertThat(inner.shapes()).singleElement().satisfies(shape -> {
            assertThat(shape.element()).isEqualTo(fold.id());
            assertThat(shape.bounds()).isEqualTo(new Bounds(160, 120, 100, 80));
        });
        assertThat(fold.attribute(Namespaces.FLOWABLE, "assignee")).contains("${packer}");
        assertThat(pack.attribute(Namespaces.FLOWABLE, "async")).contains("true");
    }

    @Test
    void inTheSameFileACopySpeaksOfTheSameMessage() throws Exception {
        Editor editor = invariants.open("clipboard.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Received")));

        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(550, 170), Optional.of(id("Office"))));

        assertThat(created(pasted, BpmnType.MESSAGE)).isEmpty();
        assertThat(message(created(pasted, BpmnType.START_EVENT).getFirst())).isEqualTo("Message_order");
    }

    @Test
    void anotherFileGetsTheMessageAndWhatItNeeds() throws Exception {
        Editor from = invariants.open("clipboard.bpmn");
        Editor to = invariants.open("lanes.bpmn");
        String copied = CopiedElements.of(from.diagram(), Set.of(id("Received"), id("Pack")));

        ChangeSet first = to.execute(new PasteElements(copied, new Point(600, 160), Optional.of(id("Lane_1"))));
        ChangeSet second = to.execute(new PasteElements(copied, new Point(600, 160), Optional.of(id("Lane_1"))));

        assertThat(created(first, BpmnType.MESSAGE)).singleElement().satisfies(message -> {
            assertThat(message.name()).contains("Order");
            assertThat(message.reference("itemRef")).contains(id("Item_order"));
        });
        assertThat(created(first, BpmnType.ERROR)).hasSize(1);
        assertThat(created(second, BpmnType.MESSAGE)).as("it is there by now").isEmpty();
        assertThat(to.diagram().findings()).isEmpty();
    }

    @Test
    void aMessageOfTheSameIdThatMeansSomethingElseIsLeftAlone() throws Exception {
        Editor from = invariants.open("clipboard.bpmn");
        String copied = CopiedElements.of(from.diagram(), Set.of(id("Received")));
        Editor to = invariants.open(EMPTY_PROCESS
                .replace("<process", "<message id=\"Message_order\" name=\"Complaint\" />\n  <process")
                .getBytes(StandardCharsets.UTF_8));

        ChangeSet pasted = to.execute(new PasteElements(copied, new Point(300, 300), Optional.empty()));

        BpmnElement order = created(pasted, BpmnType.MESSAGE).getFirst();
        assertThat(order.name()).contains("Order");
        assertThat(message(created(pasted, BpmnType.START_EVENT).getFirst()))
                .isEqualTo(order.id().value())
                .isNotEqualTo("Message_order");
    }

    @Test
    void aPoolMakesAnEmptyProcessACollaboration() throws Exception {
        Editor from = invariants.open("clipboard.bpmn");
        Editor to = invariants.open(EMPTY_PROCESS.getBytes(StandardCharsets.UTF_8));
        String copied = CopiedElements.of(from.diagram(), Set.of(id("Shop")));

        to.execute(new PasteElements(copied, new Point(400, 250), Optional.empty()));

        assertThat(of(to, BpmnType.PARTICIPANT)).hasSize(1);
        assertThat(of(to, BpmnType.PROCESS))
                .singleElement()
                .satisfies(process -> assertThat(process.id()).isNotEqualTo(id("P")));
        assertThat(to.diagram().findings()).isEmpty();
    }

    @Test
    void aPoolBesideAPlainProcessGivesThatAPoolToo() throws Exception {
        Editor from = invariants.open("clipboard.bpmn");
        Editor to = invariants.open("order.bpmn");
        String copied = CopiedElements.of(from.diagram(), Set.of(id("Customer")));

        to.execute(new PasteElements(copied, new Point(475, 900), Optional.empty()));

        assertThat(of(to, BpmnType.PARTICIPANT)).hasSize(2);
        assertThat(to.diagram().findings()).isEmpty();
    }

    @Test
    void aCopiedGroupHasItsOwnName() throws Exception {
        Editor editor = invariants.open("clipboard.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Group_1")));

        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(900, 300), Optional.empty()));

        ElementId group = created(pasted, BpmnType.GROUP).getFirst().id();
        assertThat(editor.diagram().label(group)).contains("Warehouse");
        editor.execute(new RenameElement(group, "Shelf"));
        assertThat(editor.diagram().label(group)).contains("Shelf");
        assertThat(editor.diagram().label(id("Group_1"))).contains("Warehouse");
    }

    @Test
    void onTheSheetOfASubProcessThePastedStandsThere() throws Exception {
        Editor editor = invariants.open("clipboard.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Fold")));

        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(400, 160), Optional.empty(), 1));

        BpmnElement fold = created(pasted, BpmnType.USER_TASK).getFirst();
        assertThat(fold.parent()).contains(id("Pack"));
        assertThat(editor.diagram().planes().get(1).shapes()).hasSize(2);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void whatWasCutCanBePastedBack() throws Exception {
        Editor editor = invariants.open("clipboard.bpmn");
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Shop"), id("Customer")));
        editor.execute(new DeleteElements(Set.of(id("Shop"), id("Customer"))));

        editor.execute(new PasteElements(copied, new Point(400, 310), Optional.empty()));

        assertThat(of(editor, BpmnType.PARTICIPANT)).hasSize(2);
        assertThat(of(editor, BpmnType.MESSAGE_FLOW)).hasSize(2);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    private static String message(BpmnElement event) {
        return event.eventDefinitions().getFirst().reference().orElseThrow().value();
    }

    private static List<BpmnElement> of(Editor editor, BpmnType type) {
        return editor.diagram().elements().stream()
                .filter(element -> element.type() == type)
                .toList();
    }

    private static List<BpmnElement> created(ChangeSet changes, BpmnType type) {
        return changes.created().stream()
                .filter(element -> element.type() == type)
                .toList();
    }

    private static BpmnElement named(List<BpmnElement> elements, String name) {
        return elements.stream()
                .filter(element -> element.name().equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
