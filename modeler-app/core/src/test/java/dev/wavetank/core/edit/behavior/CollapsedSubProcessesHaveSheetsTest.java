package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.CompleteDrawing;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.AppendShape;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.PasteElements;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.edit.command.ToggleExpanded;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Sheets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CollapsedSubProcessesHaveSheetsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void closingASubProcessPutsItsContentOnASheetOfItsOwn() throws Exception {
        Editor editor = open();

        editor.execute(new ToggleExpanded(id("Ship")));

        Diagram diagram = editor.diagram();
        int sheet = Sheets.ofContent(diagram, id("Ship")).orElseThrow();
        assertThat(diagram.planes().get(sheet).shapes().stream().map(Shape::element))
                .containsExactlyInAnyOrder(id("Pack"), id("Send"), id("Note"));
        assertThat(diagram.planes().get(sheet).edges()).hasSize(1);
        assertThat(bounds(editor, "Ship")).isEqualTo(new Bounds(450, 160, 100, 80));
        assertThat(diagram.edge(id("Outer")).orElseThrow().waypoints().getLast())
                .isEqualTo(new Point(450, 200));
        assertThat(diagram.findings()).isEmpty();
    }

    @Test
    void openingItAgainTakesTheContentBack() throws Exception {
        Editor editor = open();
        editor.execute(new ToggleExpanded(id("Ship")));
        editor.execute(MoveElements.by(Set.of(id("Ship")), 0, 200));

        editor.execute(new ToggleExpanded(id("Ship")));

        Diagram diagram = editor.diagram();
        assertThat(diagram.planes()).hasSize(1);
        assertThat(bounds(editor, "Ship").contains(bounds(editor, "Pack"))).isTrue();
        assertThat(bounds(editor, "Send").x() - bounds(editor, "Pack").x()).isEqualTo(170);
        assertThat(diagram.edge(id("Inner")).orElseThrow().waypoints().getFirst())
                .isEqualTo(new Point(
                        bounds(editor, "Pack").right(),
                        bounds(editor, "Pack").center().y()));
        assertThat(diagram.findings()).isEmpty();
    }

    @Test
    void aLineFromInsideToOutsideEndsAtTheClosedSubProcess() throws Exception {
        Editor editor = open();
        editor.execute(new Connect(id("Pack"), id("Order")));
        ElementId line = editor.diagram().incoming(id("Order")).getFirst();

        editor.execute(new ToggleExpanded(id("Ship")));

        assertThat(editor.diagram()
                        .edge(line)
                        .orElseThrow()
                        .waypoints()
                        .getFirst()
                        .distanceTo(new Point(500, 200)))
                .isLessThan(65);
        assertThat(Sheets.of(editor.diagram(), line)).isZero();

        editor.execute(MoveElements.by(Set.of(id("Ship")), 40, 200));

        assertThat(editor.diagram()
                        .edge(line)
                        .orElseThrow()
                        .waypoints()
                        .getFirst()
                        .distanceTo(new Point(540, 400)))
                .as("it follows what hides its end")
                .isLessThan(65);
    }

    @Test
    void aNewClosedSubProcessCanBeDrilledInto() throws Exception {
        Editor editor = open();

        ChangeSet changes = editor.execute(
                new CreateShape(NodeKind.of(BpmnType.SUB_PROCESS), new Point(700, 500), Optional.empty()));

        assertThat(Sheets.ofContent(
                        editor.diagram(), changes.created().getFirst().id()))
                .contains(1);
    }

    @Test
    void whatIsDrawnAndPastedOnADrilledDownSheetBelongsToItsSubProcess() throws Exception {
        Editor editor = open();
        editor.execute(new ToggleExpanded(id("Ship")));

        ChangeSet drawn = editor.execute(
                new CreateShape(NodeKind.of(BpmnType.USER_TASK), new Point(700, 500), Optional.empty(), 1));
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Before")));
        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(900, 500), Optional.empty(), 1));
        ChangeSet appended =
                editor.execute(new AppendShape(drawn.created().getFirst().id(), NodeKind.of(BpmnType.TASK)));

        for (ChangeSet changes : List.of(drawn, pasted, appended)) {
            BpmnElement created = changes.created().stream()
                    .filter(it -> it.type().isTask())
                    .findFirst()
                    .orElseThrow();
            assertThat(created.parent()).contains(id("Ship"));
            assertThat(Sheets.of(editor.diagram(), created.id())).isEqualTo(1);
        }
    }

    @Test
    void aPoolCannotStandInASubProcess() throws Exception {
        Editor editor = open();
        editor.execute(new ToggleExpanded(id("Ship")));

        assertThat(editor.execute(new CreateShape(
                                NodeKind.of(BpmnType.PARTICIPANT), new Point(0, 0), Optional.empty(), 1))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anOldFileThatDrawsHiddenContentBesideGetsASheetForIt() throws Exception {
        Editor editor = open();

        CompleteDrawing complete = CompleteDrawing.of(editor.diagram());

        Diagram diagram = complete.diagram();
        assertThat(Sheets.ofContent(diagram, id("Closed"))).contains(1);
        assertThat(Sheets.of(diagram, id("Hidden"))).isEqualTo(1);
        assertThat(diagram.shape(id("Hidden")).orElseThrow().bounds()).isEqualTo(new Bounds(300, 400, 100, 80));
        assertThat(complete.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("'Closed' is closed. What it holds stands on a sheet of its own now."));
    }

    @Test
    void aCopyOfAClosedSubProcessHasItsOwnSheet() throws Exception {
        Editor editor = open();
        editor.execute(new ToggleExpanded(id("Ship")));
        String copied = CopiedElements.of(editor.diagram(), Set.of(id("Ship")));

        ChangeSet pasted = editor.execute(new PasteElements(copied, new Point(800, 200), Optional.empty()));

        ElementId copy = pasted.created().stream()
                .filter(it -> it.type() == BpmnType.SUB_PROCESS)
                .findFirst()
                .orElseThrow()
                .id();
        int sheet = Sheets.ofContent(editor.diagram(), copy).orElseThrow();
        assertThat(editor.diagram().planes().get(sheet).shapes()).hasSize(3);
        assertThat(bounds(editor, copy.value()).center()).isEqualTo(new Point(800, 200));
    }

    @Test
    void whatBecomesATaskLosesItsSheet() throws Exception {
        Editor editor = open();
        editor.execute(new ToggleExpanded(id("Ship")));

        editor.execute(new ReplaceElement(id("Ship"), NodeKind.of(BpmnType.TASK)));

        assertThat(editor.diagram().planes()).hasSize(1);
        assertThat(editor.diagram().findings()).isEmpty();
    }

    private Editor open() throws Exception {
        return invariants.open("collapsed-sub-processes-have-sheets.bpmn");
    }

    private static Bounds bounds(Editor editor, String id) {
        return editor.diagram().shape(id(id)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
