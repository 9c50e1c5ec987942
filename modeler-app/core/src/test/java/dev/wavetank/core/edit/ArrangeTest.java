package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.AlignElements;
import dev.wavetank.core.edit.command.AlignElements.Line;
import dev.wavetank.core.edit.command.DistributeElements;
import dev.wavetank.core.edit.command.GroupElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.layout.AutoLayout;
import dev.wavetank.core.layout.LayoutDiagram;
import dev.wavetank.core.layout.LayoutResult.PlacedPlane;
import dev.wavetank.core.layout.LayoutSelection;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArrangeTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @ParameterizedTest
    @EnumSource
    void shapesGoInLine(Line line) throws Exception {
        Editor editor = invariants.open("order.bpmn");
        Bounds check = bounds(editor, "Check");

        editor.execute(new AlignElements(Set.of(id("Check"), id("Refused")), line));

        boolean across = line == Line.LEFT || line == Line.CENTER || line == Line.RIGHT;
        double moved = switch (line) {
            case LEFT, TOP -> 0;
            case CENTER -> 284;
            case RIGHT -> 568;
            case MIDDLE -> 89;
            case BOTTOM -> 178;
        };
        assertThat(bounds(editor, "Check")).isEqualTo(across ? check.translate(moved, 0) : check.translate(0, moved));
    }

    @Test
    void gapsBecomeTheSame() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new DistributeElements(Set.of(id("Check"), id("Start"), id("Done")), true));

        assertThat(bounds(editor, "Start").x()).isEqualTo(100);
        assertThat(bounds(editor, "Check").x() - bounds(editor, "Start").right())
                .isEqualTo(298);
        assertThat(bounds(editor, "Done").x() - bounds(editor, "Check").right()).isEqualTo(298);
        assertThat(bounds(editor, "Check").y()).isEqualTo(160);
    }

    @Test
    void contentIsAlignedOnlyWithItsContainer() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        editor.execute(new AlignElements(Set.of(id("Ship"), id("Pack"), id("Late"), id("Check")), Line.TOP));

        assertThat(bounds(editor, "Check").y()).isEqualTo(100);
        assertThat(bounds(editor, "Pack")).isEqualTo(new Bounds(560, 160, 100, 80));
        assertThat(bounds(editor, "Late")).isEqualTo(new Bounds(602, 282, 36, 36));
    }

    @ParameterizedTest
    @CsvSource({"order.bpmn", "lanes.bpmn", "two-pools.bpmn", "attachment.bpmn"})
    void theAutomaticLayoutIsWrittenAsOneStep(String fixture) throws Exception {
        Editor editor = invariants.open(fixture);

        editor.execute(new LayoutDiagram());

        assertThat(editor.history().depth()).isOne();
        for (PlacedPlane plane : new AutoLayout().layout(editor.diagram()).placed()) {
            plane.shapes()
                    .forEach((id, bounds) -> assertThat(bounds(editor, id.value()))
                            .as(id.value())
                            .isEqualTo(bounds));
            plane.edges()
                    .forEach((id, way) -> assertThat(
                                    editor.diagram().edge(id).orElseThrow().waypoints())
                            .as(id.value())
                            .isEqualTo(way));
        }
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void aSelectionIsLaidOutWhereItIs() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        Bounds start = bounds(editor, "Start");
        editor.execute(MoveElements.by(Set.of(id("Ok")), 37, 211));

        editor.execute(new LayoutSelection(Set.of(id("Check"), id("Ok"), id("Refused"))));

        assertThat(bounds(editor, "Start")).isEqualTo(start);
        assertThat(bounds(editor, "Ok").center().y())
                .isEqualTo(bounds(editor, "Check").center().y());
        assertThat(editor.diagram().findings()).isEmpty();
    }

    @Test
    void nodesOfSeveralContainersAreNotLaidOutTogether() throws Exception {
        Editor editor = invariants.open("order.bpmn");

        var selection = new LayoutSelection(Set.of(id("Check"), id("Pack")));

        assertThat(selection.isPossible(editor.diagram())).isFalse();
        assertThat(editor.execute(selection).isEmpty()).isTrue();
    }

    @Test
    void aGroupIsDrawnAroundElements() throws Exception {
        Editor editor = invariants.open("order.bpmn");
        Bounds both = bounds(editor, "Check").union(bounds(editor, "Ok"));

        ChangeSet grouped = editor.execute(new GroupElements(Set.of(id("Check"), id("Ok"))));

        ElementId group = grouped.created().stream()
                .filter(element -> element.type() == BpmnType.GROUP)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(editor.diagram().shape(group).orElseThrow().bounds()).isEqualTo(both.inflate(20));
    }

    @Test
    void aFileWithoutADrawingGetsOne() throws Exception {
        String bare = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
                  <process id="P">
                    <startEvent id="S" />
                    <task name="no id" />
                    <endEvent id="E" />
                    <sequenceFlow id="F" sourceRef="S" targetRef="E" />
                  </process>
                </definitions>
                """;
        Editor editor = invariants.open(bare.getBytes(StandardCharsets.UTF_8));

        editor.execute(new LayoutDiagram());

        assertThat(editor.diagram().planes().getFirst().shapes()).hasSize(3);
        assertThat(editor.diagram().planes().getFirst().edges()).hasSize(1);
        assertThat(editor.diagram().findings()).isEmpty();
        editor.execute(new LayoutDiagram());
        assertThat(editor.diagram().planes()).hasSize(1);
    }

    private static Bounds bounds(Editor editor, String element) {
        return editor.diagram().shape(id(element)).orElseThrow().bounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
