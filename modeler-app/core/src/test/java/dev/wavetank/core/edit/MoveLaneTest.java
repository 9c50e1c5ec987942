package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MoveLaneTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    @Test
    void aLaneGoesBelowTheNextWhenItIsDraggedPastItsMiddle() throws Exception {
        Editor editor = open();

        editor.execute(MoveElements.by(Set.of(id("Sales")), 0, 90));

        assertThat(List.of(y(editor, "Store"), y(editor, "Sales"), y(editor, "Office")))
                .containsExactly(80.0, 230.0, 350.0);
        assertThat(y(editor, "Sell")).isEqualTo(250);
        assertThat(y(editor, "Pack")).isEqualTo(110);
        assertThat(y(editor, "Late")).isEqualTo(172);
        assertThat(y(editor, "Bill")).isEqualTo(360);
        assertThat(editor.diagram().element(id("Sales")).orElseThrow().references("flowNodeRef"))
                .containsExactly(id("Sell"));
        assertThat(editor.diagram().shape(id("Shop")).orElseThrow().bounds()).isEqualTo(new Bounds(100, 80, 600, 370));
    }

    @Test
    void theLastLaneGoesToTheTop() throws Exception {
        Editor editor = open();

        editor.execute(MoveElements.by(Set.of(id("Office")), 3, -400));

        assertThat(List.of(y(editor, "Office"), y(editor, "Sales"), y(editor, "Store")))
                .containsExactly(80.0, 180.0, 300.0);
        assertThat(y(editor, "Bill")).isEqualTo(90);
        Point end =
                editor.diagram().edge(id("Flow_2")).orElseThrow().waypoints().getLast();
        assertThat(editor.diagram()
                        .shape(id("Bill"))
                        .orElseThrow()
                        .bounds()
                        .inflate(1)
                        .contains(end))
                .isTrue();
    }

    @Test
    void aShortDragChangesNothing() throws Exception {
        Editor editor = open();

        assertThat(editor.execute(MoveElements.by(Set.of(id("Sales")), 0, 30)).isEmpty())
                .isTrue();
    }

    private Editor open() throws Exception {
        return invariants.open("move-lane.bpmn");
    }

    private static double y(Editor editor, String id) {
        return editor.diagram().shape(id(id)).orElseThrow().bounds().y();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
