package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.MoveLabel;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.edit.command.UpdateWaypoints;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LabelsAvoidFlowsTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private Editor editor;

    @BeforeEach
    void open() throws Exception {
        editor = invariants.open("labels-avoid-flows.bpmn");
    }

    @Test
    void aLabelGoesWhereNoFlowOfItsShapeRuns() {
        lead("Flow_1", 118, 218, 118, 300, 250, 300, 250, 240);

        assertThat(label("Start")).contains(new Bounds(79, 161, 78, 14));
    }

    @Test
    void aFirstNameIsWrittenBesideTheFlowsThatAreThere() {
        editor.execute(new RenameElement(id("Late"), "late"));

        Bounds label = label("Late").orElseThrow();
        assertThat(label.x() >= 638 || label.right() <= 602)
                .as("a flow leaves below")
                .isTrue();
        assertThat(label.intersects(
                        editor.diagram().shape(id("Ship")).orElseThrow().bounds()))
                .as("the activity is above")
                .isFalse();
    }

    @Test
    void aLabelThatSomebodyPutOntoAFlowStaysThere() {
        editor.execute(new MoveLabel(id("Start"), new Bounds(140, 195, 78, 14)));
        lead("Flow_1", 136, 200, 160, 200, 160, 210, 200, 210);

        assertThat(label("Start")).contains(new Bounds(140, 195, 78, 14));
    }

    @Test
    void theLabelOfAnUprightFlowStepsAsideFromItsOwnLine() {
        editor.execute(new MoveLabel(id("Flow_4"), new Bounds(420, 300, 30, 14)));
        lead("Flow_4", 400, 225, 435, 225, 435, 400, 832, 400);

        Bounds label =
                editor.diagram().edge(id("Flow_4")).orElseThrow().labelBounds().orElseThrow();
        assertThat(label.x() > 435 || label.right() < 435).isTrue();
    }

    private void lead(String flow, double... coordinates) {
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            line.add(new Point(coordinates[i], coordinates[i + 1]));
        }
        editor.execute(new UpdateWaypoints(id(flow), line));
    }

    private Optional<Bounds> label(String element) {
        return editor.diagram().shape(id(element)).orElseThrow().labelBounds();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
